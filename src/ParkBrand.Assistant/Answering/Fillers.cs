using System.Text;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>Takes out of a text what says nothing of its own.</summary>
internal static class Fillers
{
    private const int Longest = 5;

    /// <summary>What is left, in stretches: Chinese characters that stood side by side, and Latin words.</summary>
    public static IEnumerable<string> Stretches(string folded, Snapshot snapshot)
    {
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            if (WordRun.IsHan(folded[i]))
            {
                while (end < folded.Length && WordRun.IsHan(folded[end]) && Filler(folded, end, snapshot) == 0)
                    end++;
                if (end - i > 1)
                    yield return folded[i..end];
                i = end < folded.Length ? end + Math.Max(i == end ? 1 : 0, Filler(folded, end, snapshot)) : end;
                continue;
            }

            while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && !WordRun.IsHan(folded[end]))
                end++;
            if (end - i > 2 && !Wording.IsFiller(snapshot, folded[i..end]) && !char.IsAsciiDigit(folded[i]))
                yield return folded[i..end];
            i = Math.Max(end, i + 1);
        }
    }

    private static int Filler(string folded, int at, Snapshot snapshot)
    {
        var length = WordRun.IsHan(folded[at]) ? Math.Min(Longest, folded.Length - at) : 0;
        while (length > 0 && !Wording.IsFiller(snapshot, folded.Substring(at, length)))
            length--;
        return length;
    }

    /// <returns>What is left, without spaces around it; a Latin word counts from three letters on.</returns>
    public static string Without(string folded, Snapshot snapshot)
    {
        var left = new StringBuilder();
        for (var i = 0; i < folded.Length;)
        {
            if (WordRun.IsHan(folded[i]))
            {
                var length = Filler(folded, i, snapshot);
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
