using System.Collections.Frozen;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// Which words may stand in a sentence: those that say nothing by themselves, and those of what is cited. Everything else was
/// made up, or put in by somebody, and there is no need to know by whom.
/// </summary>
internal sealed class Lexis
{
    private const int LongestWord = 8;
    private static readonly FrozenSet<string> Chinese = Guard.List("zh").Select(Wording.Fold).ToFrozenSet();
    private static readonly FrozenSet<string> English = Guard.List("en").SelectMany(w => w.Split(' ')).Select(w => Wording.Stem(Wording.Fold(w))).ToFrozenSet();
    private static readonly string[] Named = [.. Guard.List("named").OrderByDescending(n => n.Length)];
    private static readonly string[] Before = Guard.List("before");

    private readonly bool isEnglish;
    private readonly string more;
    private readonly HashSet<string> moreWords;

    /// <param name="understood">What the question was understood to ask, in words of the schema.</param>
    public Lexis(bool isEnglish, IEnumerable<string> understood)
    {
        this.isEnglish = isEnglish;
        more = Wording.Fold(string.Join('\n', understood));
        moreWords = [.. WordRun.Of(more).Select(w => w.Key)];
    }

    /// <param name="said">Folded; without what was already accounted for.</param>
    public bool Knows(string said, Ground? ground)
    {
        for (var i = 0; i < said.Length;)
        {
            var end = i + 1;
            if (WordRun.IsHan(said[i]))
            {
                while (end < said.Length && WordRun.IsHan(said[end]))
                    end++;
                if (!Covers(said[i..end], ground) || NamesSomething(said[i..end], ground))
                    return false;
            }
            else if (char.IsLetter(said[i]))
            {
                while (end < said.Length && char.IsLetter(said[end]) && !WordRun.IsHan(said[end]))
                    end++;
                if (!KnowsWord(said[i..end], ground))
                    return false;
            }
            else if (!IsPunctuation(said[i]))
                return false;
            i = end;
        }

        return true;
    }

    private bool KnowsWord(string word, Ground? ground)
    {
        var stem = Wording.Stem(word);
        return (isEnglish && (English.Contains(stem) || English.Contains(word))) || moreWords.Contains(stem) || (ground is not null && (ground.Words.Contains(stem) || (ground.MayDeny && Denial.Is(word))));
    }

    /// <summary>Whether a run of characters is made of known words from end to end.</summary>
    private bool Covers(string run, Ground? ground)
    {
        var reached = new bool[run.Length + 1];
        reached[0] = true;
        for (var i = 0; i < run.Length; i++)
            for (var length = 1; reached[i] && length <= Math.Min(LongestWord, run.Length - i); length++)
            {
                var word = run.Substring(i, length);
                if ((!isEnglish && Chinese.Contains(word)) || (length > 1 && (more.Contains(word, StringComparison.Ordinal) || ground?.Text.Contains(word, StringComparison.Ordinal) == true)) || (ground?.MayDeny == true && Denial.InHan.Contains(word)))
                    reached[i + length] = true;
            }

        return reached[run.Length];
    }

    /// <summary>Known names are accounted for before; what is left and ends like a name is one that was made up.</summary>
    private static bool NamesSomething(string run, Ground? ground)
    {
        foreach (var ending in Named)
            for (var at = run.IndexOf(ending, StringComparison.Ordinal); at >= 0; at = run.IndexOf(ending, at + ending.Length, StringComparison.Ordinal))
                if (at > 0 && !Array.Exists(Before, b => run.AsSpan(0, at).EndsWith(b, StringComparison.Ordinal)) && ground?.Text.Contains(run.Substring(at - 1, ending.Length + 1), StringComparison.Ordinal) != true)
                    return true;
        return false;
    }

    private static bool IsPunctuation(char c) => c is ' ' or ',' or '.' or ';' or ':' or '!' or '?' or '(' or ')' or '\'' or '"' or '-' or '\u2013' or '\u2014' or '\u3002' or '\u3001' or '\u201c' or '\u201d' or '\u2018' or '\u2019' or '\u00b7' or '%' or '/'
        or (>= '\ue000' and <= '\uf8ff');
}
