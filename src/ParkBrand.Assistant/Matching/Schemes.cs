using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// Policies that parks are looked for by, as people call them: "the support for young people from Taiwan", "interest on merger loans".
/// A part of a question that speaks of support is one where nearly all that it says beside that stands in what the policy is called and in a sentence about it.
/// </summary>
internal static partial class Schemes
{
    private const int LeastWords = 2, LongWord = 6;
    private const char Voucher = '\u5238';

    /// <summary>Export credit insurance in short.</summary>
    private const string Cover = "\u4fe1\u4fdd";

    private const double Said = 0.75, Named = 0.5;

    /// <summary>What people say every day, by what texts say.</summary>
    private static readonly (string Phrase, string Meant)[] Otherwise =
        [(Cover, "\u4fe1\u7528\u4fdd\u9669"), .. from key in Cues.Everyday.Names let meant = key.Split('|')[0] where WordRun.IsHan(meant[0]) from phrase in Cues.Everyday.Group(key)[""] where phrase.Length > 1 && phrase.All(WordRun.IsHan) && !meant.Contains(phrase, StringComparison.Ordinal) select (phrase, meant)];

    /// <summary>English words that texts use for one another.</summary>
    private static readonly FrozenDictionary<string, string[]> Alike = Cues.Everyday.Names.Select(k => k.Split('|').Where(w => !WordRun.IsHan(w[0]) && !w.Contains(' ', StringComparison.Ordinal)).Select(Wording.Stem).ToArray()).Where(g => g.Length > 1)
        .SelectMany(g => g.Select(w => (w, g))).GroupBy(p => p.w, StringComparer.Ordinal).ToFrozenDictionary(p => p.Key, p => p.SelectMany(g => g.g).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Slugs, of each part of the question the one that says most of it; and whether it has to be.</summary>
    public static IEnumerable<(string Slug, bool Must)> In(string folded, Snapshot snapshot)
    {
        foreach (var part in Parts().Split(folded).Where(p => p.Contains(Voucher, StringComparison.Ordinal) || p.Contains(Cover, StringComparison.Ordinal) || Support().IsMatch(p)))
        {
            var bare = Beside().Replace(Support().Replace(part, " "), " ");
            var least = Given().IsMatch(part) ? 1 : 2;
            if ((Meant(bare, snapshot, least) ?? Meant(Otherwise.Aggregate(bare, (text, o) => text.Replace(o.Phrase, o.Meant, StringComparison.Ordinal)), snapshot, least)) is { } slug)
                yield return (slug, !Wish().IsMatch(part));
        }
    }

    /// <param name="least">Pairs of Chinese characters that have to be left of it.</param>
    private static string? Meant(string called, Snapshot snapshot, int least)
    {
        var pieces = Pieces(called, snapshot);
        if (pieces.Count < (pieces.Exists(p => WordRun.IsHan(p[0])) ? least : least == 1 && called.Trim().Length >= LongWord ? 1 : LeastWords))
            return null;
        var best = snapshot.OfType("policy").Select(p => (p.Slug, Name: Share(p, "name"), All: Share(p, "summary"))).Where(p => p.Name >= Named && p.All >= Said).OrderByDescending(p => p.Name).ThenByDescending(p => p.All).ToList();
        return best.Count > 0 && (best.Count == 1 || best[0].Name > best[1].Name || best[0].All > best[1].All) ? best[0].Slug : null;

        double Share(PublishedDocument policy, string upTo) => Enumerable.Range(0, snapshot.Schema.Languages.Count).Where(policy.IsIn).Select(c => policy.In(c, snapshot.Schema)!)
            .Max(v => Written().Replace(Wording.Fold(upTo == "name" ? v.Name : $"{v.Name} {v.Values.Text("summary")}"), "") is var text && Pieces(text, snapshot) is var said ? pieces.Count(p => said.Contains(p) || (Alike.TryGetValue(p, out var others) && others.Any(said.Contains))) / (double)pieces.Count : 0);
    }

    /// <summary>Whether a place is named in which something has to be: "and in the zone".</summary>
    public static bool IsThere(string folded) => There().IsMatch(folded);

    /// <summary>Whether it only says what something spoken of before has: "that also list the voucher".</summary>
    public static bool IsThat(string folded) => That().IsMatch(folded);

    /// <summary>Whether it is asked where a policy applies, and not where to apply for it.</summary>
    public static bool IsWhere(string folded) => Where().IsMatch(folded);

    /// <summary>Two Chinese characters side by side each, with rent by its other name; Latin words without their endings.</summary>
    private static List<string> Pieces(string text, Snapshot snapshot)
    {
        var pieces = new List<string>();
        foreach (var run in Runs().Matches(text.Replace("\u623f\u79df", "\u79df\u91d1", StringComparison.Ordinal)).Select(m => m.Value))
            if (!WordRun.IsHan(run[0]))
            {
                if (!Wording.IsFiller(snapshot, run))
                    pieces.Add(Wording.Stem(run));
            }
            else
                for (var i = 0; i + 1 < run.Length; i++)
                    pieces.Add(run.Substring(i, 2));
        return pieces;
    }

    [GeneratedRegex(@"[\u53c8\u8fd8\u5f97\u8981\u80fd\u4e14\u5fc5\u987b\u4f4d\u8bbe].{0,3}[\u5728\u4e8e].{2,6}(?:\u7684|$)|\b(?:and|located|be) (?:it )?in\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex There();

    [GeneratedRegex(@"^(?:(?:and|but|only|just|also|now) )*(?:the )?(?:those |ones |parks )?(?:that |which |who )?(?:also |must |should |can )*(?:list(?:s|ing)?|offer(?:s|ing)?|have|has|having|with|use|where)\b(?!.*\?)|^(?!.*[\u5417\u4e48?\uff1f\u54ea\u4ec0\u591a\u600e])(?:\u4e5f|\u8fd8|\u5e76\u4e14|\u540c\u65f6|\u518d|\u8fd8\u8981|\u90fd)*(?:\u8981|\u5f97|\u5fc5\u987b)?(?:\u6709|\u80fd\u7528|\u5217\u4e86|\u5217\u6709|\u53ef\u4ee5\u7528|\u80fd\u4eab\u53d7|\u9002\u7528)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex That();

    [GeneratedRegex(@"\bwhere (?:do|does|can|could|would|will) (?!i\b|we\b|you\b|one\b|my\b|our\b|a company)[^?]{3,90}?\b(?:appl(?:y|ies)|valid|hold|count|be used)\b|\b(?:which|what) parks?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Where();

    [GeneratedRegex(@"[,;.?!\uff0c\uff1b\u3002\uff1f\uff01\u3001]|\u4ee5\u53ca|\u5e76\u4e14|\u540c\u65f6|[\u53c8\u548c\u8ddf]|\u52a0\u4e0a?(?![\u5de5\u6025\u88c5\u70ed\u5feb\u6cb9\u6c22\u73ed\u901f\u8ba1\u76df\u5f3a\u5927\u5de5\u6743\u4ef7])|\u8fd8\u8981|\u4e5f\u8981|\b(?:and|with|plus|also|that)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\u652f\u6301|\u8865\u52a9|\u8865\u8d34|\u5956\u52b1|\u6fc0\u52b1|\u8d34\u606f|\u6276\u6301|\u8d44\u91d1|\u653f\u7b56|\u4f18\u60e0|(?<=\u4eba\u624d.{0,2})\u4fbf\u5229|(?<=\u5206\u671f)\u4ed8?|(?<=\u9996\u53f0\u5957)|\b(?:support|subsid\w+|schemes?|grants?|polic\w+|rewards?|incentives?|programmes?|programs?|money|help|vouchers?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Support();

    // Then one word tells which: trade fairs.
    [GeneratedRegex(@"\u8865\u52a9|\u8865\u8d34|\u5956\u52b1|\u8d34\u606f|\b(?:programmes?|programs?|schemes?|polic(?:y|ies))\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Given();

    // What is said around the name of a policy.
    [GeneratedRegex(@"\u7528\u5f97[\u4e0a\u4e86]|\u6211\u4eec?|\u60f3\u8981?|\u53ef\u4ee5|[\u80fd\u8981\u7528\u62ff\u4eab\u6709\u5217\u4e86\u7684\u4eec\u5427\u5417]|\u4eab\u53d7|\u7533\u8bf7|\u7533\u62a5|\u9002\u7528|\u54ea[\u4e9b\u4e2a\u51e0\u5bb6]|\u56ed\u533a?|\u8fd9[\u9879\u4e2a\u6761]|\b(?:parks?|which|any|list(?:s|ed|ing)?|offer\w*|where|do|does|both|apply|applies|there|entitled|eligible|can|use)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\u6700\u597d|\u4f18\u5148|\bideally\b|\bprefer|\bbetter\b|\bnice\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wish();

    [GeneratedRegex(@"[()\uff08\uff09]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Written();

    [GeneratedRegex("[\u4e00-\u9fff]+|[a-z][a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Runs();
}
