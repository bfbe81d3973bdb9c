using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Words that, once something was shown, change what was asked for: "1000 more", "there must be a canteen", "could it also have steam". A first question means something else by them.</summary>
internal static partial class Altering
{
    public static List<Spot> In(string folded, List<Spot> spots)
    {
        foreach (Match more in More().Matches(folded))
            spots.Add(new Spot(more.Index, 0, [Cue("plus")]));
        foreach (Match less in Less().Matches(folded))
            spots.Add(new Spot(less.Index, 0, [Cue("minus")]));
        foreach (Match old in Exists().Matches(folded).Concat(OfPlaces().Matches(folded)))
            spots.RemoveAll(s => s.Start < old.Index + old.Length && old.Index < s.End && (s.IsCue("there") || s.IsCue("first")));
        foreach (Match should in Should().Matches(folded).Concat(Rest().Matches(folded)))
        {
            spots.RemoveAll(s => s.Start < should.Index + should.Length && should.Index < s.End && s.Meanings.All(m => m.Kind == MeaningKind.Cue && m.Name is "there" or "seek"));
            spots.Add(new Spot(should.Index, should.Length, [Cue("follow")]));
        }

        // "Zhoushi besides Zhangpu, too": what is named stays, and more is added to it.
        foreach (Match besides in Besides().Matches(folded))
        {
            spots.RemoveAll(s => s.Start < besides.Index + besides.Length && besides.Index < s.End && s.Meanings.All(m => m.Kind == MeaningKind.Cue && m.Name is "not" or "except after" or "there" or "ruled out"));
            spots.Add(new Spot(besides.Index, 0, [Cue("add")]));
        }

        foreach (Match change in Changing().Matches(folded))
        {
            var to = change.Groups["to"];
            spots.RemoveAll(s => s.Meanings.All(m => m.Kind == MeaningKind.Cue && m.Name is "follow" or "replace") && s.Start < change.Index + change.Length && change.Index < s.End);
            spots.AddRange([new Spot(change.Index, change.Groups["change"].Length, [Cue("unneeded"), Cue("follow")]), new Spot(to.Index, to.Length, [Cue("but"), Cue("replace")])]);
        }

        // "One that treats 3,000 tonnes a day" asks more of what is looked for.
        if (Statement().IsMatch(folded) && !spots.Exists(s => s.IsTrade || s.Is(MeaningKind.Park) || s.Is(MeaningKind.District) || s.Is(MeaningKind.Industry)) && spots.Exists(s => s.IsContent))
            spots = [.. spots.Select(s => s.IsCue("seek") && s.End >= folded.Length - 1 && s.Meanings.All(m => m is { Name: "seek", Value: "park" }) ? s with { Meanings = [Cue("follow")] } : s)];
        return [.. spots.OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }

    /// <summary>"From 5 to 10 tonnes" asks for ten.</summary>
    public static string Newest(string folded) => Range().Replace(folded, "$1");

    private static Meaning Cue(string name) => new(MeaningKind.Cue, name, "");

    private const string Number = @"(?:\d[\d,.]*|[一二两三四五六七八九十百千万半]+)", Unit = @"(?:[百千万]?\s*(?:个?平|方|㎡|m2|吨|块|元|分钟|米|kva|千伏安))";

    [GeneratedRegex($@"(?<![最至差许不很更])(?:多|多要|多租|多加|大|贵)(?:个|出)?(?={Number}{Unit})|(?<![追外])加(?:个)?(?={Number}[百千万]?\s*(?:平|方|㎡|m2))|(?:放宽|提高|提升|上浮|上调|涨|加|高)(?:个)?(?={Number}\s*[块元])|(?<=\d\s{{0,2}}[a-z0-9 ]{{0,16}}) (?:more|extra|additional|on top)\b(?! than)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex More();

    [GeneratedRegex($@"(?<![不多至最缺])(?:少|减少?|减掉|减去|少要|少租|砍掉|扣掉|缩减|小)(?:个)?(?={Number}{Unit})|(?:降低?|下调|便宜|压低?)(?:个)?(?={Number}\s*[块元])|(?<=\d\s{{0,2}}[a-z0-9 ]{{0,16}}) (?:less|fewer|smaller)\b(?! than)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Less();

    // No place: something is to be there, wherever.
    [GeneratedRegex(@"\bthere (?:is|are|was|must|should|has|have|needs?|be|would|could|can|also|also must|also should)\b|\b(?:is|are|must|should|be|was) there\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Exists();

    // These two towns, not these two parks.
    [GeneratedRegex(@"[这那前][两二三四2-4几]个?(?=镇|区(?!域?园)|乡|地方|条件|要求|指标|数字)|(?<=镇|区|乡)那[边里儿]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OfPlaces();

    // What is looked for is spoken of, not one of those that were shown.
    [GeneratedRegex(@"\b(?:could|would|should) (?:it|they|that) (?:(?:also|perhaps|possibly|maybe|please) )?(?=have|come|be|offer|include)|\b(?:it|they) (?:also|still) (?=needs?|has to|have to|must|should)|\b(?:if|as long as|provided|when) (?:it|they) (?:also )?(?=ha[sv]e?)|\b(?:it|they) (?=does(?:n't| not) (?:have|need)|do(?:n't| not) (?:have|need)|need not|needn't)"
        + @"|(?:园区?|那里|里面)(?:里面?|内|那?边)?(?:也|还|都|本身)?(?=必须|最好|得有|得能|得带|一定[要得]|需要|务必|要(?:有|能|带|通|是|求))|^园区?(?:里面?|内|那?边)?(?:也|还|都|本身)?(?=有(?!没|[哪什啥几多])[^吗么呢吧没?？]{2,14}$)|(?<=要求|希望|需要|最好|要)园区?(?:里面?|内|本身)?(?=有|能|带|配|可以)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Should();

    [GeneratedRegex(@"从?\d[\d,.]*\s*[一-龥a-z0-9㎡/]{0,6}?((?:加|提高?|升|涨|降低?|减少?|改|扩大?|缩小?|放宽|调|变|换)(?:到|成|为|至)(?=\s*\d))|\bfrom \d[\d,.]*(?: ?[a-z%]+\d?){0,2} (to (?=\d))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:除了?|除开|除去)[^,，。;；]{1,10}?(?:之外|以外|外)?[,，]?(?=[^。;；]{0,6}?(?:也|还|再|另外|同时|一并))|(?:之外|以外)(?=[,，]?(?:也|还|再)(?!(?:可以|行|成|能接受)(?:$|[,，。的])))|\b(?:apart from|other than|aside from|besides|in addition to|except) [a-z -]{2,30}?,?(?= [^.;]{2,30}\b(?:too|also|as well)\b| (?:also|we also|i also)\b)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Besides();

    [GeneratedRegex(@"\b(?<change>change|switch|from) (?:the |a )?(?:[a-z-]+ ){1,3}?(?<to>to|into|for)\b(?! (?:the )?\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Changing();

    [GeneratedRegex(@"^(?!.*(?:哪|什么|几|推荐|有没有|有无|吗|列出|介绍)).*的(?:园区|产业园|园)[。.!！]?$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?:其[他它余]|别的|剩下)(?:的)?(?:条件|要求|需求|几条)?(?:都|全|全都|就|还)?(?:是)?(?:不变|照旧|一样|不动|不改|保持|同上|照前)|(?:条件|要求|需求)(?:都|全|还是|就)?(?:不变|照旧|一样|不动|同上)|(?:同样|一样|相同)的?(?:条件|要求|需求|标准)|\b(?:everything|all|the rest|rest|other (?:things|needs|requirements|conditions))(?: else)?(?: (?:is|are|stays?|remains?|as))*(?: the)? (?:same|equal|unchanged|before)\b|\bkeep (?:the rest|everything|all)\b|\b(?:the )?same (?:needs|requirements|conditions|criteria|thing)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Rest();
}
