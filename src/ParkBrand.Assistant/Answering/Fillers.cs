using System.Text;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>Takes out of a text what says nothing of its own.</summary>
internal static class Fillers
{
    private const int Longest = 5;

    /// <returns>What is left, without spaces around it; a Latin word counts from three letters on.</returns>
    public static string Without(string folded, Snapshot snapshot)
    {
        var left = new StringBuilder();
        for (var i = 0; i < folded.Length;)
        {
            if (WordRun.IsHan(folded[i]))
            {
                var length = Math.Min(Longest, folded.Length - i);
                while (length > 0 && !Wording.IsFiller(snapshot, folded.Substring(i, length)))
                    length--;
                if (length == 0)
                    left.Append(folded[i]);
                i += Math.Max(1, length);
                continue;
            }

            var end = i;
            while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && !WordRun.IsHan(folded[end]))
                end++;
            if (end - i > 2 && !Wording.IsFiller(snapshot, folded[i..end]))
                left.Append(left.Length > 0 ? " " : "").Append(folded, i, end - i);
            i = Math.Max(end, i + 1);
        }

        return left.ToString().Trim();
    }
}
