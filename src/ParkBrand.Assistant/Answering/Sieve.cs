using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// What is asked of records by what they state: a day that lies in a time, words of a text, a yes or no, an amount, an order. The
/// ways to say it stand in <c>traits.json</c>, each under the property that it is asked of and what is wanted of it:
/// <c>job.housing~text</c>, <c>resource.training=false</c>, <c>policy.applyBy@</c>, <c>job.payMax^high</c>, <c>policy.benefit&gt;</c>.
/// </summary>
internal sealed partial class Sieve
{
    private const string Who = "who";
    private const double IsNamed = 0.95;
    private const int NearHan = 6, NearLatin = 14, ShortestName = 3;
    private static readonly PatternFile Traits = PatternFile.Read("traits.json", TimeSpan.FromMilliseconds(250));
    private static readonly ILookup<string, Trait> All = Traits.Names.Select(Trait.Read).OfType<Trait>().ToLookup(t => t.Type);

    // The day that something was put up goes before the one on which it ends: "new ones that close in December" are few.
    private static readonly string[] Days = ["datePosted", "issuedOn", "publishedOn", "calibratedOn", "applyBy", "validThrough", "expiresOn"];
    private static readonly string[] Posted = Days[..3];
    private static readonly string[] Types = ["contactPoint", "financeProduct", "resource", "job", "policy", "feature"];
    private static readonly string[] Holders = ["issuer", "employer"];
    private static readonly Dictionary<string, Phrases<string>> Kinds = Types.ToDictionary(t => t, Called);
    private readonly List<(string Alias, Func<Turn, PublishedDocument, bool> Fits)> conditions = [];
    private string folded, rest;

    private Sieve(string type, string folded, string rest) => (Type, this.folded, this.rest) = (type, folded, rest);

    /// <summary>Alias of the type of record.</summary>
    public string Type { get; }

    /// <summary>The property that the order is by; null where no order is asked for.</summary>
    public string? By { get; private set; }

    public bool High { get; private set; }

    /// <summary>The day that has to lie in a time; null where none has.</summary>
    public (string Alias, Period Period)? Day { get; private set; }

    /// <summary>Whether an amount is wanted of them.</summary>
    public bool IsMeasured { get; private set; }

    /// <summary>Whether what somebody is tells what they may apply for; then that alone narrows.</summary>
    public bool AsksWho => conditions.Exists(c => c.Alias == Who);

    /// <summary>Whether a company or a bureau is named whose records are asked for.</summary>
    public bool IsHeld => conditions.Exists(c => Holders.Contains(c.Alias));

    /// <summary>The question without what was understood here.</summary>
    public string Folded => folded;

    public string Rest => rest;

    /// <summary>Properties that an answer has to tell.</summary>
    public IEnumerable<string> Aliases => conditions.Select(c => c.Alias).Prepend(By).Prepend(Day?.Alias).OfType<string>().SelectMany(a => a == "payMax" ? ["payMin", "payMax"] : new[] { a }).Distinct();

    /// <summary>Null where nothing of a record's own is asked for.</summary>
    public static Sieve? Of(Turn turn)
    {
        var type = turn.Asked.Seek is { } seek ? RecordStep.TypeOf(seek) : null;
        if (turn.Asked.Seek is Seek.Space && turn.StatesAmount)
            return null;
        if (RecordFactStep.Desk(turn) is not null)
            return null;
        // What is asked of one that is named is a fact of it.
        var named = NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, turn.Parks) is [{ Likeness: > IsNamed, Document.Type.Alias: var its }, ..] ? its : null;
        try
        {
            var (look, typed) = (Traits.In(turn.Folded), Traits.In(Wording.Fold(turn.Question)));
            // Who somebody is, and that help is asked for, makes a policy of it, whatever work is told of.
            var types = turn.Asked.Seek is null or Seek.Job or Seek.Policy or Seek.Park or Seek.Space && (look.Has("person") || typed.Has("person")) && !look.Has("post") && (SupportStep.Asks(turn) || look.Has("perks") || typed.Has("perks")) ? ["policy"]
                : look.Has("post") && type == "policy" && All["job"].Any(t => t.Alias == "housing" && typed.Has(t.Name)) ? ["job"]
                : type == "resource" && All["financeProduct"].Any(t => t.How == '>' && look.Has(t.Name)) ? ["financeProduct"]
                // A desk to work at, an instrument that takes the voucher.
                : type is "policy" or "contactPoint" && look.Has("resource") && All["resource"].Any(t => t.How != '@' && look.Has(t.Name)) ? ["resource"]
                : type is not null && turn.Asked.IsSure ? [type] : Types.Where(t => t == type || look.Has(t));
            return types.Where(t => t != named).Select(t => Read(turn, look, t)).FirstOrDefault(s => s is not null);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Sieve? Read(Turn turn, PatternFile.Look look, string type)
    {
        var sieve = new Sieve(type, turn.Folded, turn.Asked.Rest);
        // A country, or what children do, is soon taken for what sounds like it.
        var typed = Traits.In(Wording.Fold(turn.Question));
        var said = All[type].Where(t => (t.Alias is Who or "housing" ? typed : look).Has(t.Name)).ToList();
        if (Time(turn) is { } time && !When().IsMatch(turn.Folded)
            && Days.Select(d => said.Find(t => t.How == '@' && t.Alias == d)).FirstOrDefault(t => t is not null && look.Matches(t.Name).Exists(m => IsNear(turn.Folded, m.Index, m.Index + m.Length, time.Start, time.Start + time.Length))) is { } day)
        {
            sieve.Day = (day.Alias, time.Period);
            sieve.Take(look, day.Name);
            sieve.Blank(turn.Folded.Substring(time.Start, time.Length));
        }

        // What is over is taken down.
        if (type is "policy" or "financeProduct" && Over().IsMatch(turn.Folded))
            sieve.Day = ("expiresOn", new Period(null, turn.Day.AddDays(-1)));
        // What may be one thing or the other narrows nothing.
        var either = turn.Asked.Cues.Contains("or");
        foreach (var trait in said.Where(t => t.How is not ('@' or '^') && (t.Alias != Who || typed.Has("person")) && !(either && t.Alias == "housing")))
            if (sieve.Add(trait, look) && trait.Alias != Who)
                sieve.Take(look, trait.Name);
        if (said.Find(t => t.How == '^') is { } order)
        {
            (sieve.By, sieve.High) = (order.Alias, order.Value == "high");
            // The fee of a guarantee is no interest.
            if (order.Alias == "cost" && !sieve.conditions.Exists(c => c.Alias == "kind"))
                sieve.conditions.Add(("kind", (t, d) => t.Draft.Values(d).Text("kind") is "loan" or "mergerLoan"));
            sieve.Take(look, order.Name);
        }

        sieve.Held(turn);
        // The word for the kind of thing says nothing of what is looked for.
        foreach (var (_, start, length) in Kinds[type].In(sieve.folded).DistinctBy(k => k.Start).Reverse().ToList())
            sieve.folded = sieve.folded.Remove(start, length).Insert(start, "\n");
        // A kind alone is what anybody names who looks for one.
        return sieve.conditions.Exists(c => c.Alias != "kind" || (IsAll().IsMatch(turn.Folded) && !turn.Stretches(sieve.Rest).Any(s => turn.Search.Telling(s).Count > 0))) || sieve.By is not null || sieve.Day is not null ? sieve : null;
    }

    /// <summary>A time that is said, or a feast or a quarter until which it goes.</summary>
    private static (Period Period, int Start, int Length)? Time(Turn turn) => Periods.In(turn.Folded, turn.Day) ?? (Matching.Days.Find(turn.Folded, turn.Day) is { } by ? (new Period(null, by.Day), by.Start, by.Length) : null);

    private static Phrases<string> Called(string type)
    {
        var phrases = new Phrases<string>();
        foreach (var phrase in Cues.All.Group("seek")[type switch { "contactPoint" => "contact", "financeProduct" => "finance", "feature" => "story", _ => type }])
            phrases.Add(phrase, phrase);
        return phrases;
    }

    private static bool IsNear(string folded, int from, int to, int start, int end)
    {
        if (from < end && start < to)
            return true;
        var between = from >= end ? folded[end..from] : folded[to..start];
        return between.Length <= (between.Any(WordRun.IsHan) ? NearHan : NearLatin) && between.IndexOfAny([.. Clause.Ends]) < 0;
    }

    private bool Add(Trait trait, PatternFile.Look look)
    {
        switch (trait.How)
        {
            case '~':
                conditions.Add((trait.Alias, (turn, d) => turn.Draft.Values(d).Text(trait.Alias) is { } text && trait.Text.IsMatch(text)));
                return true;
            case '=':
                conditions.Add((trait.Alias, (turn, d) => turn.Draft.Values(d).Find(trait.Alias) switch { bool flag => flag == (trait.Value == "true"), string text => trait.Value.Split('|').Contains(text), null => trait.Value == "false", _ => false }));
                return true;
            case '<' when decimal.TryParse(trait.Value, CultureInfo.InvariantCulture, out var most):
                conditions.Add((trait.Alias, (turn, d) => turn.Draft.Values(d).Number(trait.Alias) <= most));
                return true;
            case '>' when Amount.In(look.Matches(trait.Name)[0].Value).Select(a => (decimal?)a.Value).FirstOrDefault() is { } least:
                IsMeasured = true;
                conditions.Add((trait.Alias, (turn, d) => Number(turn, d, trait.Alias) >= least));
                return true;
        }

        return false;
    }

    /// <summary>The bureau or the company by whose name records are asked for.</summary>
    private void Held(Turn turn)
    {
        if (turn.Snapshot.Schema.DocumentTypes[Type] is var type && Holders.FirstOrDefault(h => type.Find(h) is not null) is not { } alias)
            return;
        var names = turn.Snapshot.Derive($"assistant.holders.{Type}.{turn.Culture}", [Type], default, () => turn.Snapshot.OfType(Type, turn.Culture)
            .SelectMany(d => Apart().Split(Tight(d.In(turn.Culture, turn.Snapshot.Schema)!.Values.Text(alias) ?? ""))).Select(n => n.Trim()).Where(n => n.Length >= ShortestName).Distinct().OrderByDescending(n => n.Length).ToArray());
        var tight = Tight(turn.Folded);
        if (Array.Find(names, n => tight.Contains(n, StringComparison.Ordinal)) is not { } name || (alias == "issuer" && !Issued().IsMatch(tight.Replace(name, "\n", StringComparison.Ordinal))))
            return;
        conditions.Add((alias, (t, d) => Tight(t.Draft.Values(d).Text(alias) ?? "").Contains(name, StringComparison.Ordinal)));
        Blank(name);
    }

    /// <summary>A name as it is typed: without the city before it, without spaces between characters.</summary>
    private static string Tight(string text) => Loose().Replace(Wording.Fold(text), "");

    private void Take(PatternFile.Look look, string trait)
    {
        foreach (var match in look.Matches(trait))
            Blank(match.Value);
    }

    private void Blank(string said)
    {
        string Without(string text) => text.IndexOf(said, StringComparison.Ordinal) is >= 0 and var at ? text.Remove(at, said.Length).Insert(at, "\n") : text;
        (folded, rest) = (Without(folded), Without(rest));
    }

    public bool Fits(Turn turn, PublishedDocument document, bool whateverDay = false) => conditions.TrueForAll(c => c.Alias == Who || c.Fits(turn, document)) && (!conditions.Exists(c => c.Alias == Who) || conditions.Exists(c => c.Alias == Who && c.Fits(turn, document))) && (whateverDay || Day is not { } day
        || (turn.Draft.Values(document).Date(day.Alias) is { } stated ? day.Period.Has(stated) : day is { Alias: "applyBy" or "expiresOn", Period.To: null }));

    /// <summary>In the order that is asked for; what states nothing of it, or a price of another unit, stands last.</summary>
    public IEnumerable<PublishedDocument> Ordered(Turn turn, IReadOnlyList<PublishedDocument> documents)
    {
        if (By is null)
            return Day is { Alias: var alias } ? documents.OrderBy(d => (turn.Draft.Values(d).Date(alias) ?? DateOnly.MaxValue).DayNumber * (Posted.Contains(alias) ? -1 : 1)) : documents;
        var valued = documents.Select(d => (Document: d, Value: Number(turn, d, By), Unit: By == "priceBasis" ? Unit(turn, d) : "")).ToList();
        var unit = valued.Where(v => v.Value is not null && v.Unit.Length > 0).GroupBy(v => v.Unit).MaxBy(g => g.Count())?.Key ?? "";
        return valued.OrderBy(v => v.Value is null ? 2 : v.Unit == unit || v.Value == 0 ? 0 : 1).ThenBy(v => High ? -v.Value : v.Value).Select(v => v.Document);
    }

    private decimal? Number(Turn turn, PublishedDocument document, string alias) => turn.Draft.Values(document).Find(alias) switch
    {
        decimal number => alias == "amountMax" ? number * 10000 : number,
        DateOnly day => day.DayNumber,
        string text when alias == "benefit" => Money(text + '\n' + turn.Draft.Values(document).Text("summary")),
        string text when alias == "cost" => Percent().Match(text) is { Success: true } rate ? decimal.Parse(rate.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null,
        string text when alias == "priceBasis" => Price(Asked(turn, text)) is { Success: true } price ? decimal.Parse(price.Groups["n"].ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * (price.Groups["w"].Success ? 10000 : 1) : Free().IsMatch(text) ? 0 : null,
        _ => null,
    };

    private static decimal? Money(string text) => Amount.In(Wording.Fold(text)).Where(a => a.Unit == "yuan").Select(a => (decimal?)a.Value).Max();

    private string Unit(Turn turn, PublishedDocument document) => turn.Draft.Values(document).Text("priceBasis") is { } text && Price(Asked(turn, text)) is { Success: true } price ? OfTime().Match(price.Groups["u"].Value) is { Success: true } time ? time.Value : price.Groups["u"].Value : "";

    /// <summary>Of a list of prices, the one of what is asked for; else the first.</summary>
    private string Asked(Turn turn, string text)
    {
        var parts = Wording.Fold(text).Split([',', ';', '\uff0c', '\uff1b']);
        var words = turn.Stretches(folded).ToList();
        return parts.FirstOrDefault(p => words.Exists(w => Enumerable.Range(0, Math.Max(1, w.Length - ShortestName + 1)).Any(i => p.Contains(w.Substring(i, Math.Min(ShortestName, w.Length)), StringComparison.Ordinal)))) ?? string.Join(',', parts);
    }

    private static Match Price(string text) => Prices().Match(text);

    /// <param name="How">What is wanted of it: words (~), a value (=), a number at most or at least, an order (^), a day (@).</param>
    private sealed record Trait(string Name, string Type, string Alias, char How, string Value)
    {
        public Regex Text => field ??= new Regex(Value, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(250));

        public static Trait? Read(string name) => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && name.IndexOfAny(['~', '=', '<', '>', '^', '@']) is > 0 and var how ? new(name, name[..dot], name[(dot + 1)..how], name[how], name[(how + 1)..]) : null;
    }

    // A day is asked after, not given.
    [GeneratedRegex(@"\u4ec0\u4e48\u65f6\u5019|\u51e0\u53f7|\u54ea\u5929|\u54ea\u4e00\u5929|\u51e0\u6708|\u591a\u4e45|\u5230\u54ea\u5e74|\bwhen\b|\buntil when\b|\bhow long\b|\bwhat date\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex When();

    // What the bureau has given out, not what it is asked about.
    [GeneratedRegex(@"\n(?:\u90a3\u8fb9|\u8fd9\u8fb9)?(?:\u8d1f\u8d23|\u51fa|\u53d1|\u7ba1|\u5370\u53d1|\u4e3b\u7ba1|\u7275\u5934|\u53d1\u5e03|\u51fa\u53f0|\u7ed9|\u90fd?\u6709|\u7684).{0,6}(?:\u653f\u7b56|\u8865|\u5956|\u6276\u6301|\u652f\u6301|\u9879\u76ee)|(?:\u653f\u7b56|\u8865\u8d34|\u5956\u52b1|\u8865\u52a9).{0,6}(?:\u5f52|\u662f|\u7531)\n|\b(?:of|from|by) (?:the )?\n|\n(?:'s)? (?:polic|grants?|schemes?|subsid|offers?|gives?|has\b)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Issued();

    /// <summary>Whether those that are so are asked for, and not whether something will be.</summary>
    public static bool IsList(string folded) => Lists().IsMatch(folded);

    [GeneratedRegex(@"(?<![\u6ca1\u672a\u4e0d][\u4e00-\u9fff]{0,2})(?:\u8fc7\u671f|\u5931\u6548|\u4f5c\u5e9f|\u5df2\u7ecf?\u5230\u671f)(?:\u4e86|\u7684)|\b(?:have|has|already) (?:already )?expired\b|\bno longer valid\b|\bexpired (?:polic|grant|scheme|subsid)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Over();

    // All of a kind.
    [GeneratedRegex(@"\u7684[\u4e00-\u9fff]{1,6}\W*$|\u54ea[\u4e9b\u51e0]|\u51e0\u79cd|\u6709\u4ec0\u4e48|\u6709\u5565|\u90fd\u6709|\bwhich\b|\bwhat\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lists();

    [GeneratedRegex(@"\u54ea[\u4e9b\u51e0]|\u51e0\u79cd|\u6709\u4ec0\u4e48|\u6709\u5565|\u90fd\u6709|\bwhich\b|\bwhat\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex IsAll();

    [GeneratedRegex(@"\s*(?:[\u3001,\uff0c;\uff1b\u4e0e\u548c\u53ca]|\band\b)\s*", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) (?=\w)|(?<=\w) (?=[\u4e00-\u9fff])|^\u5e02(?=[\u4e00-\u9fff])|(?<=\u3001)\u5e02|\uff08\u793a\u4f8b\uff09|\(\u793a\u4f8b\)| \(sample\)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Loose();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(?:\s?[\u2013-]\s?\d+(?:\.\d+)?)?\s?[%\uff05]", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<n>\d[\d,]*(?:\.\d+)?)\s*(?<w>\u4e07)?\s*(?:\u5143|yuan)\s*(?:/|an? |per |each |\u6bcf)?\s*(?<u>[^\s,;\uff0c\uff1b\u3001\d()\uff08\uff09]{1,12}(?: and month)?)?", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Prices();

    [GeneratedRegex(@"\u6708|month|\u5c0f\u65f6|hour|\u5929|day|\u5e74|year|\u73ed|shift|\u6837|sample|\u4ef6|piece", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OfTime();

    [GeneratedRegex(@"\u514d\u8d39|\u4e0d\u6536\u8d39|\u4e0d\u6536\u4f1a\u8d39|\u514d\u6536|\bfree\b|\bno (?:fee|charge)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Free();
}
