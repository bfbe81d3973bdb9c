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
    private const int LeastHan = 3, LeastWords = 2;
    private const char Voucher = '\u5238';
    private const double Said = 0.75, Named = 0.5;

    /// <summary>Slugs, of each part of the question the one that says most of it; and whether it has to be.</summary>
    public static IEnumerable<(string Slug, bool Must)> In(string folded, Snapshot snapshot)
    {
        foreach (var part in Parts().Split(folded).Where(p => p.Contains(Voucher, StringComparison.Ordinal) || Support().IsMatch(p)))
        {
            var pieces = Pieces(Beside().Replace(Support().Replace(part, " "), " "), snapshot);
            if (pieces.Count < (pieces.Exists(p => WordRun.IsHan(p[0])) ? LeastHan - 1 : LeastWords))
                continue;
            var best = snapshot.OfType("policy").Select(p => (p.Slug, Name: Share(p, "name"), All: Share(p, "summary"))).Where(p => p.Name >= Named && p.All >= Said).OrderByDescending(p => p.Name).ThenByDescending(p => p.All).ToList();
            if (best.Count > 0 && (best.Count == 1 || best[0].Name > best[1].Name || best[0].All > best[1].All))
                yield return (best[0].Slug, !Wish().IsMatch(part));

            double Share(PublishedDocument policy, string upTo) => Enumerable.Range(0, snapshot.Schema.Languages.Count).Where(policy.IsIn).Select(c => policy.In(c, snapshot.Schema)!)
                .Max(v => Written().Replace(Wording.Fold(upTo == "name" ? v.Name : $"{v.Name} {v.Values.Text("summary")}"), "") is var text && Pieces(text, snapshot) is var said ? pieces.Count(said.Contains) / (double)pieces.Count : 0);
        }
    }

    /// <summary>Whether a place is named in which something has to be: "and in the zone".</summary>
    public static bool IsThere(string folded) => There().IsMatch(folded);

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

    [GeneratedRegex(@"[,;.?!\uff0c\uff1b\u3002\uff1f\uff01\u3001]|\u4ee5\u53ca|\u5e76\u4e14|\u540c\u65f6|[\u53c8\u548c\u8ddf]|\u8fd8\u8981|\u4e5f\u8981|\b(?:and|with|plus|also|that)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\u652f\u6301|\u8865\u52a9|\u8865\u8d34|\u5956\u52b1|\u6fc0\u52b1|\u8d34\u606f|\u6276\u6301|\u8d44\u91d1|\u653f\u7b56|\u4f18\u60e0|(?<=\u4eba\u624d.{0,2})\u4fbf\u5229|(?<=\u5206\u671f)\u4ed8?|(?<=\u9996\u53f0\u5957)|\b(?:support|subsid\w+|schemes?|grants?|polic\w+|rewards?|incentives?|programmes?|programs?)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Support();

    // What is said around the name of a policy.
    [GeneratedRegex(@"\u6211\u4eec?|\u60f3\u8981?|\u53ef\u4ee5|[\u80fd\u8981\u7528\u62ff\u4eab\u6709\u5217\u4e86\u7684\u4eec\u5427\u5417]|\u4eab\u53d7|\u7533\u8bf7|\u7533\u62a5|\u9002\u7528|\u54ea[\u4e9b\u4e2a\u51e0\u5bb6]|\u56ed\u533a?|\u8fd9[\u9879\u4e2a\u6761]|\b(?:parks?|which|any|list(?:s|ed|ing)?|offer\w*|there|entitled|eligible|can|use)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\u6700\u597d|\u4f18\u5148|\bideally\b|\bprefer|\bbetter\b|\bnice\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Wish();

    [GeneratedRegex(@"[()\uff08\uff09]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Written();

    [GeneratedRegex("[\u4e00-\u9fff]+|[a-z][a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Runs();
}
