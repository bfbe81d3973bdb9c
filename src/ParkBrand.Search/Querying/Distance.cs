namespace ParkBrand.Search.Querying;

/// <summary>How many slips lie between two words: a letter more, less or another, or two neighbours swapped.</summary>
internal static class Distance
{
    /// <returns>The distance, or something above <paramref name="most"/> as soon as that is certain.</returns>
    public static int Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        if (most == 1)
            return One(a, b);
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }

    /// <summary>0 or 1, else 2: what is left between an equal beginning and an equal end is one letter, or two that are swapped.</summary>
    private static int One(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return a.Length + b.Length == 0 ? 0 : (a.Length <= 1 && b.Length <= 1) || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]) ? 1 : 2;
    }
}
