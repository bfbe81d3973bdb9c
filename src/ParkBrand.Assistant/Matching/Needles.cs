using System.Globalization;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// What a text must hold for a pattern to match it, read off the pattern itself: of each of some lists of words one. Looking for
/// words is many times faster than trying a pattern. Whatever it does not know asks for nothing.
/// </summary>
internal ref struct Needles
{
    private const int MostTogether = 64, MostWords = 1000, MostOfARange = 16;

    private readonly ReadOnlySpan<char> pattern;
    private int at;
    private bool unknown;

    private Needles(ReadOnlySpan<char> pattern) => this.pattern = pattern;

    /// <returns>Lists of which each must have a word in the text; none where that cannot be said.</returns>
    public static List<string[]> Of(string pattern)
    {
        var reader = new Needles(pattern);
        var whole = reader.Either();
        return reader.unknown || reader.at < pattern.Length ? [] : whole.Needed();
    }

    /// <param name="Words">All that it can match, where that is a few words; else null.</param>
    /// <param name="Lists">What is needed, where it can match more than that.</param>
    private sealed record Part(HashSet<string>? Words, List<string[]> Lists)
    {
        public static Part Anything => new(null, []);
        public static Part Nothing => new([""], []);
        public static Part One(char c) => new([c.ToString()], []);

        public List<string[]> Needed() => Words is null ? Lists : Words.Contains("") ? [] : [[.. Words]];
    }

    private Part Either()
    {
        var ways = new List<Part> { Row() };
        while (at < pattern.Length && pattern[at] == '|')
        {
            at++;
            ways.Add(Row());
        }

        if (ways is [var only])
            return only;
        if (ways.TrueForAll(w => w.Words is not null) && ways.Sum(w => w.Words!.Count) <= MostWords)
            return new Part([.. ways.SelectMany(w => w.Words!)], []);
        var best = ways.Select(w => w.Needed().MinBy(Chance)).ToList();
        return best.Contains(null) || best.Sum(b => b!.Length) > MostWords ? Part.Anything : new Part(null, [[.. best.SelectMany(b => b!).Distinct()]]);
    }

    private Part Row()
    {
        var (lists, words, whole) = (new List<string[]>(), Part.Nothing.Words!, true);
        while (at < pattern.Length && pattern[at] is not ('|' or ')') && !unknown)
        {
            var part = Times(Atom());
            if (part.Words is not null && part.Words.Count * words.Count <= MostTogether)
            {
                words = [.. words.SelectMany(w => part.Words.Select(p => w + p))];
                continue;
            }

            lists.AddRange(new Part(words, []).Needed());
            lists.AddRange(part.Lists);
            (words, whole) = (part.Words ?? Part.Nothing.Words!, false);
        }

        if (whole)
            return new Part(words, []);
        lists.AddRange(new Part(words, []).Needed());
        return new Part(null, lists);
    }

    private Part Atom()
    {
        var c = pattern[at++];
        return c switch
        {
            '(' => Group(),
            '[' => Class(),
            '\\' => Escaped(),
            '.' => Part.Anything,
            '^' or '$' => Part.Nothing,
            _ => Part.One(c),
        };
    }

    /// <summary>A part as often as what stands behind it says.</summary>
    private Part Times(Part part)
    {
        if (at == pattern.Length)
            return part;
        var (least, most) = pattern[at] switch { '?' => (0, 1), '*' => (0, int.MaxValue), '+' => (1, int.MaxValue), '{' => Counted(), _ => (1, 1) };
        if ((least, most) == (1, 1) && pattern[at] is not '{')
            return part;
        at = pattern[at] == '{' ? at + pattern[at..].IndexOf('}') + 1 : at + 1;
        if (at < pattern.Length && pattern[at] == '?')
            at++; // as few as possible: what it can match is the same
        return (least, most) == (1, 1) ? part : least > 0 ? new Part(null, part.Needed()) : most == 1 && part.Words is not null ? new Part([.. part.Words, ""], []) : Part.Anything;
    }

    private (int, int) Counted()
    {
        var end = pattern[at..].IndexOf('}');
        var count = end < 0 ? "" : pattern[(at + 1)..(at + end)].ToString();
        if (count.Split(',') is [var low, .. var high] && int.TryParse(low, CultureInfo.InvariantCulture, out var least))
            return (least, high is [var most] ? int.TryParse(most, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue : least);
        unknown = true;
        return (1, 1);
    }

    private Part Group()
    {
        var beside = pattern[at..] is ['?', '=' or '!', ..] or ['?', '<', '=' or '!', ..];
        if (pattern[at..] is ['?', ':' or '=' or '!', ..])
            at += 2;
        else if (beside)
            at += 3;
        else if (pattern[at..] is ['?', '<', ..])
            at += pattern[at..].IndexOf('>') + 1;
        else if (pattern[at..] is ['?', ..])
            unknown = true;
        var inside = Either();
        if (at < pattern.Length && pattern[at] == ')')
            at++;
        else
            unknown = true;
        return beside ? Part.Nothing : inside;
    }

    private Part Class()
    {
        var (words, any) = (new HashSet<string>(), pattern[at] == '^');
        for (var first = true; at < pattern.Length && (first || pattern[at] != ']'); first = false)
        {
            var (from, many) = InClass();
            var to = from;
            if (pattern[at..] is ['-', not ']', ..])
            {
                at++;
                (to, var last) = InClass();
                many |= last;
            }

            any |= many || to - from > MostOfARange;
            for (var c = from; !any && c <= to; c++)
                words.Add(c.ToString());
        }

        at++;
        return any ? Part.Anything : new Part(words, []);
    }

    private (char One, bool Many) InClass()
    {
        var c = pattern[at++];
        if (c != '\\')
            return (c, false);
        return Escaped().Words?.SingleOrDefault() is [var one] ? (one, false) : ('\0', true);
    }

    private Part Escaped()
    {
        var c = pattern[at++];
        switch (c)
        {
            case 'b' or 'B':
                return Part.Nothing;
            case 'n':
                return Part.One('\n');
            case 'u':
                at += 4;
                return Part.One((char)int.Parse(pattern[(at - 4)..at], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            case 'd' or 'w' or 's' or 'D' or 'W' or 'S':
                return Part.Anything;
            case 'p' or 'P' or 'k':
                at += pattern[at..].IndexOfAny('}', '>') + 1;
                return Part.Anything;
            default:
                unknown |= char.IsLetterOrDigit(c);
                return Part.One(c);
        }
    }

    /// <summary>How often one of some words stands in a text, roughly.</summary>
    private static double Chance(string[] words) => words.Sum(w => w.Aggregate(1d, (chance, c) => chance * (WordRun.IsHan(c) ? 0.01 : 0.1)));
}
