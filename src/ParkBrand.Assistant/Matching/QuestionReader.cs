using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>Reads a question as needs, without a model: phrases that the city knows, numbers with units, and how they are meant.</summary>
internal sealed partial class QuestionReader(Snapshot snapshot, SiteSearch search, DateOnly today)
{
    private const int ShortestSlip = 2, LongestSlip = 12;
    private readonly Meanings meanings = Meanings.Of(snapshot);
    private const decimal LeastPay = 1000, MostRent = 200;
    private readonly SpotFinder finder = new(snapshot);
    private readonly Slips slips = new(snapshot, search);

    /// <param name="text">Cleaned, at most a few hundred characters.</param>
    /// <param name="goesOn">Whether something was shown before, so that it can be pointed at.</param>
    public Understanding Read(string text, bool goesOn = false)
    {
        var written = SpelledNumbers.Mend(TypedNumbers.Mend(Shorthand.Mend(Wording.Fold(text)), snapshot));
        var typed = goesOn ? Altering.Newest(written) : written;
        var apart = Doubled.Mend(Classes().Replace(Excepted().Replace(Torn().Replace(Apart().Replace(Dash().Replace(typed, ", "), " "), ""), "$1\u4ee5\u5916"), "$1"), goesOn);
        var right = Soundalikes.Of(snapshot).Mend(Soundalikes.Of(snapshot).Written(apart, w => meanings.Says(Wording.Stem(w)) || Wording.IsFiller(snapshot, w)), snapshot);
        var folded = slips.Mend(Soundalikes.Of(snapshot).Loosely(right, snapshot, search.Says));
        List<Spot> Find(string some) => Withdrawn.In(some, Shunned.In(some, goesOn ? Altering.In(some, Pointing.In(some, finder.Find(some))) : finder.Find(some)), goesOn);
        var spots = Find(folded);
        return Mend(folded, spots) is { } mended ? Understood(mended, Find(mended), mended, goesOn) : Understood(folded, spots, right == typed ? null : right, goesOn);
    }

    /// <summary>"Not a lab - a hall": it parts as a comma does.</summary>
    [GeneratedRegex("(?<=[a-z]) [-\u2013\u2014] (?=[a-z])|(?<=[\u4e00-\u9fff])(?:\u2014\u2014|--)(?=[\u4e00-\u9fff])")]
    private static partial Regex Dash();

    /// <summary>A number that is typed on to a word.</summary>
    [GeneratedRegex("(?<=[a-z]{4})(?=[0-9])")]
    private static partial Regex Apart();

    /// <summary>A space around a single Chinese character.</summary>
    [GeneratedRegex(@"(?<=(?:^|[^\u4e00-\u9fff])[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?:[^\u4e00-\u9fff]|$))")]
    private static partial Regex Torn();

    /// <summary>"Except X", said around it and in short.</summary>
    [GeneratedRegex("(?<![\u6e05\u53bb\u6d88\u5220\u89e3\u6392\u6276\u5f00])\u9664(?![\u4e86\u5f00\u53bb\u5c18\u6e7f\u672b\u6cb9\u6742])([^,;.!?\n\uff0c\u3002]{2,10}?)\u5916(?=\u7684|,|\uff0c|\u90fd|\u6709|\u54ea|\u8fd8)")]
    private static partial Regex Excepted();

    /// <summary>"Class 10,000 to 100,000": whoever takes either takes the lesser.</summary>
    [GeneratedRegex("(?:[\u767e\u5343\u4e07]\u7ea7?|\u4e00\u4e07\u7ea7?)(?:\u5230|\u81f3|-|~|\u6216\u8005?|/)((?:[\u5343\u4e07]|\u5341\u4e07|10\u4e07)\u7ea7)")]
    private static partial Regex Classes();

    /// <summary>Between Chinese characters, as typing by sound leaves them.</summary>
    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")]
    private static partial Regex Spaces();

    /// <summary>Stretches that nothing is known of may be typed by sound or with a slip; they are put right where that makes them mean something.</summary>
    private string? Mend(string folded, List<Spot> spots)
    {
        var text = folded;
        var isEnglish = !folded.Any(WordRun.IsHan) && English().Count(folded) > 1; // no sentence in English is typed by sound
        foreach (var (start, length) in SpotFinder.Gaps(folded, spots.Where(s => s.Quantity is not { Measure: null })).Reverse())
        {
            var gap = folded.Substring(start, length);
            if (gap.Length is < ShortestSlip || (WordRun.IsHan(gap[0]) && gap.Length > LongestSlip) || !Telling(gap).Any() || Initials().IsMatch(gap) || search.Mended(gap) is not { } mended || mended == gap || (isEnglish && mended.Any(WordRun.IsHan)) || !Wording.IsSpelledAlike(gap, mended) || IsMeant(folded, start, gap, mended))
                continue;
            if (finder.Find(mended).Exists(s => s.Quantity?.Measure is not null || s.Meanings.Any(m => m.Kind is not (MeaningKind.Cue or MeaningKind.Property) || m.Name is "seek" or "need" or "field")))
                text = string.Concat(text.AsSpan(0, start), mended, text.AsSpan(start + length));
        }

        return text == folded ? null : Spaces().Replace(text, "");
    }

    [GeneratedRegex(@"\b(?:the|an?|of|for|with|and|or|is|are|be|we|our|my|need|from|at|by|that|which|have|has)\b")]
    private static partial Regex English();

    /// <summary>Whether all that would be put right is a word of its own within a sentence: who strives wants no steam. An English word begins with the letter that was meant.</summary>
    private bool IsMeant(string folded, int start, string gap, string mended)
    {
        if (char.IsAsciiLetter(gap[0]))
            return char.IsAsciiLetter(mended[0]) && gap[0] != mended[0];
        if (Soundalikes.Says(folded, start, gap.Length))
            return true;
        for (var at = 0; at + mended.Length <= gap.Length; at++)
            if (Wording.SoundOf(snapshot, gap.AsSpan(at, mended.Length)) == Wording.SoundOf(snapshot, mended) && Enumerable.Range(0, mended.Length).Where(i => gap[at + i] != mended[i]).ToList() is [var first, .., var last])
                return !Soundalikes.IsCalledFor(folded, start + at + first, last - first + 1);
        return false;
    }

    /// <summary>Two or three letters without a vowel stand for too many names to be one.</summary>
    [GeneratedRegex("(?<![a-z])[b-df-hj-np-tv-z]{2,3}(?![a-z])")]
    private static partial Regex Initials();

    /// <summary>"Not the ones in": what follows is meant.</summary>
    [GeneratedRegex(@"\b(?:in|at|near|from|of|around) (?:the )?$")]
    private static partial Regex Before();

    /// <summary>"There was no steam, the drains were closed: this time we need both": what was lacking is needed.</summary>
    [GeneratedRegex(@"(?:这|那|以上)?(?:两|三|几|二)?(?:样|个|条|点|项|者)(?:我们?)?(?:都|全都?|一个都?)(?:得|要|必须|不能少|少不了|不能缺|需要)|缺一不可|\b(?:both|all of (?:it|them|these|those)) (?:are |is )?(?:a must|must|needed|required|essential|have to be)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Both();

    /// <summary>"Ideally this year": right before the day that it is said of.</summary>
    [GeneratedRegex(@"(?:\u6700\u597d|\u5c3d\u91cf|\u5e0c\u671b|\u4e89\u53d6|\u5982\u679c\u53ef\u4ee5)(?:\u662f|\u80fd|\u5728|\u53ef\u4ee5|\u4e8e)*$|\b(?:ideally|preferably|if possible|hopefully),? (?:by |before |in |from |within |available )*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WishedDay();

    private Understanding Understood(string folded, List<Spot> spots, string? mended, bool goesOn)
    {
        if (!goesOn && Both().Match(folded) is { Success: true } both)
            spots.RemoveAll(s => s.Start < both.Index && (s.IsCue("without") || s.IsCue("not")) && spots.Exists(f => f.IsFlag && f.Start < both.Index && (f.Start - s.End is >= 0 and <= 3 || s.Start - f.End is >= 0 and <= 3)));
        var day = Days.Find(Unmeasured(folded, spots), today);
        if (day is { } said)
            spots = [.. spots.Where(s => !(said.Start <= s.Start && s.End <= said.Start + said.Length && s.IsCue("not")))]; // "no later than" refuses nothing
        var read = new Reading(folded);
        foreach (var clause in Clause.In(folded, spots, (from, to) => !Before().IsMatch(folded[from..to]) && Texts(folded[from..to], []).Any(t => Telling(t).Any())))
        {
            read.Add(clause);
            foreach (var (start, length, refused) in clause.Strange)
                read.Silence(start, length, refused ? Texts(folded.Substring(start, length), []).SelectMany(Telling) : []);
        }

        read.Provided();
        read.OfMoney();
        var (seek, sure) = Sought.Of(read);
        if ((seek is null || !sure) && !goesOn && read.Parks.Count == 0 && read.Asked.Contains("policies"))
            (seek, sure) = (Seek.Policy, true); // of no park, so of the city
        // "Parks with the support for industrial land" look for no land.
        if (seek == Seek.Space && !goesOn && read.Seeks.Contains(Seek.Park) && read.AsksWhichPark && !read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && w.Name != "kind") && Schemes.In(folded, snapshot).Any())
        {
            seek = Seek.Park;
            read.Wanted.RemoveAll(w => w.Name == "kind");
        }

        // "Where does the voucher apply" asks for parks.
        if (seek == Seek.Policy && !goesOn && Schemes.IsWhere(folded) && Schemes.In(folded, snapshot).Any())
            seek = Seek.Park;
        // Who wants to use a policy in some district looks for a park there.
        if (seek == Seek.Policy && !goesOn && Schemes.IsThere(folded) && read.Wanted.Exists(w => w is { Name: "district", Not: false }) && Schemes.In(folded, snapshot).Any())
            seek = Seek.Park;
        // "That also list the voucher", once parks were shown: they are narrowed by it.
        var narrowed = goesOn && seek is null or Seek.Policy && Schemes.IsThat(folded) ? Schemes.In(folded, snapshot).Select(p => new Wanted("policy", p.Slug, p.Must)).ToList() : [];
        if (narrowed.Count > 0)
        {
            (seek, sure) = (null, false);
            read.Narrow();
        }

        read.Settle(seek);
        read.Wanted.AddRange(narrowed);
        if (seek is Seek.Park && !goesOn)
            read.OfParks();
        if (seek is Seek.Park or Seek.Space)
            read.Wanted.AddRange(read.PoliciesOf(seek).Select(p => new Wanted("policy", p)));
        if (seek is Seek.Park or Seek.Space && read.Parks.Count == 0)
            read.Wanted.AddRange(Schemes.In(folded, snapshot).Where(p => !read.Wanted.Exists(w => w.Name == "policy" && w.Value == p.Slug)).Select(p => new Wanted("policy", p.Slug, p.Must)).ToList());
        if ((seek is null or Seek.Park or Seek.Space) && (read.Cues.Contains("top") || read.Cues.Contains("bottom") || read.Wishes.Exists(w => w.Field == "rent")) && read.Wishes.TrueForAll(w => w.Field == "rent") && read.Asked.Exists(a => a != "rent" && IsNumber(a)) && read.Parks.Count == 0)
        {
            // "Which has the lowest service charge": the cheap one of another price than the rent.
            read.Asked.Remove("rent");
            read.Wishes.Clear();
            read.Wishes.Add((read.Asked.First(IsNumber), !read.Cues.Contains("top")));
            read.Asked.Clear();
            seek ??= Seek.Park;
        }

        Loose(read, seek);
        var wares = new List<(string Ware, string Trade)>();
        if (seek is Seek.Space or Seek.Park && read.Trades.Count == 0)
            foreach (var (trade, start, length) in Products.Known(folded, spots))
            {
                wares.Add((folded.Substring(start, length), trade));
                read.Silence(start, length, []);
            }

        read.Trades.AddRange(wares.Select(w => w.Trade));
        var told = spots;
        if ((seek is Seek.Space or Seek.Park || (seek is null && read.Seeks.Count == 0)) && day is { } by)
        {
            read.Wanted.Add(new Wanted("availableBy", by.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Must: !WishedDay().IsMatch(folded.AsSpan(0, by.Start))));
            if (seek is not null)
            {
                read.Silence(by.Start, by.Length, []);
                told = [.. spots.Append(new Spot(by.Start, by.Length, [])).OrderBy(s => s.Start).ThenBy(s => s.Length)];
            }

            seek ??= read.Parks.Count + read.Asked.Count == 0 ? Seek.Space : seek;
        }

        var gaps = Texts(folded, told);
        return new Understanding
        {
            Seek = seek,
            IsSure = sure,
            IsKindConcluded = read.IsKindConcluded,
            IsRoom = read.Seeks.Count > 0 && read.Seeks.TrueForAll(s => s == Seek.Space),
            SaysPolicy = read.Seeks.Contains(Seek.Policy),
            Wanted = [.. read.Wanted.Concat(read.Refused.Select(w => new Wanted(Request.Trade, w, Not: true))).Distinct()],
            Assumed = [.. read.Assumed.Where(w => (NeedNames.IsNumber(w.Name) || (w is { Name: "cleanroom", Value: "iso8" } && !folded.Any(char.IsAsciiDigit) && !folded.Contains('\u7ea7'))) && !spots.Exists(s => s.Quantity?.Measure is { } measure && NeedNames.Of(measure) == w.Name))],
            Wishes = [.. read.Wishes.Distinct()],
            Trades = [.. read.Trades.Concat(seek == Seek.Job ? read.Skills : seek == Seek.Resource ? read.Techniques : []).Distinct()],
            Parks = [.. read.Parks.Distinct()],
            Asked = [.. read.Asked.Distinct()],
            Quantities = read.Others,
            Dropped = [.. read.Dropped.Distinct()],
            Cues = read.Cues,
            Ordinals = read.Ordinals,
            Picked = read.Picked,
            First = read.First,
            // A word of work like "baking", or of a trade that parks call otherwise, tells what is made, too.
            Rest = string.Join(' ', Texts(folded, [.. spots.Where(s => s.Quantity is not null || s.Meanings.Any(m => m.Name is not ("production" or "kind hint" or "kind guess" or Uses.Cue) && m.Kind != MeaningKind.Alias)).Concat(read.Silent).OrderBy(s => s.Start).ThenBy(s => s.Length)])),
            Waits = Spans.Waited(folded),
            Changed = read.Changed,
            Unread = [.. gaps.SelectMany(Telling)],
            Untold = seek is Seek.Space or Seek.Park ? [.. Conditions.Unread(folded, spots, read.Others, read.Wanted, (from, to) => to > from && Days.In(folded[from..to], today) is null && Texts(folded[from..to], []).Any(t => Telling(t).Any())).Distinct()] : [],
            Wares = wares,
            Besides = read.Besides,
            Unclear = seek is Seek.Space ? Conditions.Unclear(folded, [.. read.Others.Where(q => day is not { } told || q.Start + q.Length <= told.Start || told.Start + told.Length <= q.Start)]) : null,
            Clash = read.Clash,
            IsAbsurd = Conditions.IsAbsurd(folded),
            Products = seek is Seek.Space or Seek.Park && read.Trades.Count + read.Aliases.Count == 0 ? [.. Products.In(folded, spots)] : [],
            Mended = mended,
        };
    }

    private bool IsNumber(string alias) => (snapshot.Schema.DocumentTypes["park"].Find(alias) ?? snapshot.Schema.DocumentTypes["space"].Find(alias))?.DataType.Kind is ValueKind.Integer or ValueKind.Decimal;

    private static List<string> Texts(string folded, List<Spot> spots) => [.. SpotFinder.Gaps(folded, spots).Select(g => folded.Substring(g.Start, g.Length))];

    /// <summary>Without its quantities: "a month" of a rent is no day.</summary>
    private static string Unmeasured(string folded, List<Spot> spots)
    {
        var text = folded.ToCharArray();
        foreach (var spot in spots.Where(s => s.Quantity?.Measure is not null))
            Array.Fill(text, '\n', spot.Start, spot.Length);
        return new string(text);
    }

    /// <summary>Money that only the talk about it makes clear: so many thousands where jobs are spoken of, so many yuan where space is.</summary>
    private static void Loose(Reading read, Seek? seek)
    {
        foreach (var number in read.Others.Where(q => q.Unit is UnitKind.None or UnitKind.Money).ToList())
            if (number.Value >= LeastPay && seek is Seek.Job && !read.Wanted.Exists(w => w.Name == "job.payMax"))
                Take(read, number, "job.payMax");
            else if (number.Value is >= 5 and <= MostRent && (number.AtMost || number.Unit == UnitKind.Money) && seek is Seek.Space && !read.Wanted.Exists(w => w.Name == "rentMax"))
                Take(read, number, "rentMax");
    }

    private static void Take(Reading read, Quantity number, string need)
    {
        read.Others.Remove(number);
        read.Wanted.Add(new Wanted(need, Reading.Text(number.Value)));
    }

    /// <summary>Words of a stretch that nothing was made of, without those that say nothing of their own.</summary>
    private IEnumerable<string> Telling(string gap)
    {
        if (!WordRun.IsHan(gap[0]))
            return gap.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 && w.Any(char.IsLetter) && !Wording.IsFiller(snapshot, w));
        var words = new List<string>();
        var at = 0;
        for (var i = 0; i < gap.Length;)
        {
            var filler = Enumerable.Range(1, Math.Min(4, gap.Length - i)).Reverse().FirstOrDefault(n => Wording.IsFiller(snapshot, gap.Substring(i, n)));
            if (filler > 0)
            {
                words.Add(gap[at..i]);
                at = i + filler;
            }

            i += Math.Max(1, filler);
        }

        words.Add(gap[at..]);
        return words.Where(w => w.Length > 1);
    }
}
