using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>
/// Reads numbers as quantities: the unit says what is measured, else the nearest word before it in its clause, else the one
/// after it. A word that has been used for one number is not used for another.
/// </summary>
internal static partial class QuantityReader
{
    private const string Ends = ",;:!?\n\u3001\u3002\uff0c\uff1b\uff1a";
    private const string Parting = ",;/\n\u3001\u3002\uff0c\uff1b.";
    private const string SentenceEnds = ";!?\n\u3002\uff1b";
    private const int LongestBefore = 32, Close = 10, Far = 40, MostNumbers = 60;
    private const decimal DaysOfAMonth = 30m, PaidDays = 21.75m, MostPay = 200_000m, LeastMonthlyRent = 2.5m, MostRent = 400m, LeastPay = 1000m, Mu = 666.6667m, LikelyRent = 100m, LeastRoom = 10m, MostYearly = 4800m, MostPerArea = 150m;

    [GeneratedRegex(@"(?:(?<most>不(?:要|能|可|得)(?:再)?过|(?:最多|顶多|至多|最高)(?:只)?(?:能)?(?:出|给|开|付|掏|接受)到?|不(?:要|能|可|得)?(?:再)?(?:超过?|超出|高[于过]|大于|多[于过]|贵[于过])|最大(?:不(?:能|要)?超过?)?|上限(?:是|为)?|别(?:超过?|高[于过]|多[于过]|贵过|过)|至多|最多|最高|低于|小于|少于|<=?|≤|\b(?:at most|up to|no more than|not? more(?: than)?|not exceed|less the[na]|fewer than|cheaper than|not over|not exceed(?:ing)?|no (?:further|farther|longer|higher|greater|larger) than|not (?:further|farther|longer) than|under|below|bellow|within|less|(?:cap|ceiling|limit|maximum) of|(?<=(?:rent|rental|price|budget|cost) )ceiling|capped at|max(?:imum)?(?: of)?"
        + @"|(?:(?:ca|wo|(?:does|do|must|should|could|would|is|are))n[\u0027\u2019]?t|(?:does|do|must|should|may|can|could|would|will|shall|is|are) not|cannot|not to|never)(?: to)? (?:exceed|surpass|cost (?:over|above|more than)|go (?:over|above|beyond|past)|be (?:over|above|beyond|(?:more|higher|greater|longer|further|farther|larger|dearer|pricier) than))|(?:nothing|no|not) (?:pricier|dearer|costlier|more expensive|above|beyond)(?: than)?|beyond|at or (?:below|under)|(?:stays?|keeps?|is|be) south of|inferior to)(?: of)?)|(?<least>"
        + @"(?:(?:ca|wo|(?:does|do|must|should|could|would|is|are))n[\u0027\u2019]?t|(?:(?:does|do|must|should|may|can|could|would|will|shall|is|are) )?not|cannot|never)(?: to)?(?: be| go)? (?:lower than|less than|smaller than|shorter than|weaker than|under|below)|superior to|in excess of|upwards of|at or above|最小|下限(?:是|为)?|不(?:要|能|可|得)?(?:低于|小于|少于|短于)|不下于|至少|最少|起码|超过|高于|大于|多于|>=?|≥|\b(?:at least|no less than|no smaller than|no lower than|no fewer than|not less than|more than|over|above|from|min(?:imum)?(?: of)?))|大概|大约|差不多|约|要|得|需要?|是|为|在|有|够|达到?|:|=|¥|￥|\b(?:rmb|cny)|\b(?:must|should|shall|may|can|about|around|roughly|approximately|approx\.?|some|of|is|be|are|as|with|maybe|between|than|to|in|out))\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\G\s*(?:多|余|来)?\s*(?:(?<most>以内|之内|内|以下|之下|一下|封顶|为限|打住|是?上限|(?<![a-z])(?:or less|or fewer|max(?:imum)?(?=\s*(?:[,.;)\n]|$))|at most|tops|at the (?:most|outside|very most|maximum)|or (?:below|under|cheaper|closer)|as (?:an? |the |our )?(?:absolute |hard )?(?:max(?:imum)?|ceiling|limit|cap))\b)|(?<least>是?下限|是?底线|以上|之上|往上|朝上|向上|开外|起步|起(?![重吊升])|\b(?:or more|min(?:imum)?(?=\s*(?:[,.;)\n]|$))|at least|and above|and up|upwards|or (?:better|higher|larger|greater|above|over|bigger)|as (?:a|the) minimum|plus(?=\s*(?:[,.;)\n]|$|and\b)))\b|\+)|左右|上下|出头|光景|冒头|\b(?:or so)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? $", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MonthBefore();

    [GeneratedRegex(@"^\s*(?:-|–|—|~|～|至|到|to|and)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Through();

    [GeneratedRegex($@"(?:每|一|1|\bper|\ba|/)\s*(?:个)?{Unit.Square}[^\d,，。;；]{{0,8}}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PerAreaBefore();

    [GeneratedRegex(@"(?:(?:每|一|a|per)\s*个?\s*(?<time>天|日|月|年|day|month|year)|(?<time>日|月|年)(?=租|薪|入|包|收))[^\d,，。;；]{0,8}$|(?<![a-z])(?<time>annual(?:ly)?|yearly)(?![a-z])[^\d,;]{0,24}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TimeBefore();

    [GeneratedRegex($@"\G(?:(?:\s*(?:/|每|(?:per|an?)\s|一)\s*(?:个)?\s*|\s(?=monthly|daily|yearly|annually)|)(?:(?<per>{Unit.Square}|psm(?![a-z]))|(?<time>天(?!然|花)|日(?!常)|月(?!底|初|中)|年(?!底)|(?:day|month|year|annum|annually|yearly|monthly|daily)(?![a-z]))))*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RateAfter();

    [GeneratedRegex(@"^(?:[\s的是要为在有需得达到大概约至少最多好能可以距离去上:=()-]|尽量|of|is|are|from|to|the|an?|at|about|capacity|for)*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:每|一|1|/|\b(?:per|an?)\s)\s*(?:亩|mu\b)[^,，。;；]{0,10}(?:年|月|year|month)|(?:年|月)[^,，。;；]{0,8}(?:每|一|/)亩", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PerMu();

    [GeneratedRegex(@"^\s*(?:和|与|及|跟|加|、|/|\+|&|and)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Beside();

    /// <param name="Low">The other end of a range.</param>
    private sealed record Number(Numeral High, Numeral? Low, Unit? Unit, int Start, int End);

    /// <summary>Every number that may measure something, also those of which nothing says what.</summary>
    public static List<Quantity> Read(string folded)
    {
        for (var first = true; ; first = false)
            try
            {
                var numerals = Numeral.In(folded);
                // Most of what is asked has no number.
                return numerals.Count is 0 or > MostNumbers ? [] : Read(folded, Numbers(folded, numerals));
            }
            catch (RegexMatchTimeoutException) when (first)
            {
                // The first use of all is also compiled within the time, which a busy machine makes too short.
            }
            catch (RegexMatchTimeoutException)
            {
                return []; // nothing that a person types takes this long
            }
    }

    private static List<Quantity> Read(string folded, List<Number> numbers)
    {
        var words = MeasureWords.In(folded);
        var found = new List<Quantity>();
        // What is counted or told is nothing to us: two cranes, three years.
        numbers.RemoveAll(n => n.Unit is { Is: null } || IsPer(folded, n));
        decimal? room = PerMu().IsMatch(folded) ? Mu : numbers.Where(n => n.Unit is { Is: UnitKind.Area }).Select(n => n.High.Value * n.Unit!.Factor).FirstOrDefault(a => a >= LeastRoom) is > 0 and var area ? area : null;
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i];
            if (found.Count > 0 && number.Start < found[^1].Start + found[^1].Length)
                continue; // "twenty yuan at most for one square metre": the one belongs to the price
            var (from, to) = (i == 0 ? 0 : numbers[i - 1].End, i + 1 < numbers.Count ? numbers[i + 1].Start : folded.Length);
            if (new Reading(folded, number, words, from, to, room).Quantity() is not { } quantity)
                continue;
            // "Cranes of 5 and 10 t": the larger has to be there.
            if (quantity is { Measure: null, Unit: UnitKind.Weight } && found is [.., { Measure: Measure.Crane } last] && Beside().IsMatch(folded[(last.Start + last.Length)..quantity.Start]))
                found[^1] = last with { Value = Math.Max(last.Value, quantity.Value), Length = quantity.Start + quantity.Length - last.Start };
            else
                found.Add(quantity);
        }

        return Last(folded, found);
    }

    /// <summary>"We had 1800 m2, now it has to be 4500"; "from 2 t up to 3 t": only what was said last is wanted.</summary>
    private static List<Quantity> Last(string folded, List<Quantity> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
            if (found[i].Measure is not null && found[i + 1] is { Measure: null } next && ((next.Unit == found[i].Unit && Changed().IsMatch(Between(folded, found[i], next))) || (next.Unit == UnitKind.None && next.Value > found[i].Value && found[i].Unit != UnitKind.None && IsPast(folded, found[i], next))))
                found[i + 1] = next with { Measure = found[i].Measure };
        return found.FindAll(q => q.Measure is null || !found.Exists(later => later.Measure == q.Measure && later.Start > q.Start && IsPast(folded, q, later)));
    }

    private static string Between(string folded, Quantity earlier, Quantity later) => folded[Math.Min(earlier.Start + earlier.Length, later.Start)..later.Start];

    private static bool IsPast(string folded, Quantity earlier, Quantity later)
    {
        var between = Between(folded, earlier, later);
        if (Changed().IsMatch(between))
            return true;
        var sentence = earlier.Start;
        while (sentence > 0 && !SentenceEnds.Contains(folded[sentence - 1]))
            sentence--;
        var clause = folded.LastIndexOfAny([.. Ends], earlier.Start - 1 < 0 ? 0 : earlier.Start - 1) + 1;
        return ((between.Any(Ends.Contains) || But().IsMatch(between)) && Past().IsMatch(folded.AsSpan(clause, Math.Max(0, earlier.Start - clause))))
            || (between.Any(SentenceEnds.Contains) && Past().IsMatch(folded.AsSpan(sentence, earlier.Start - sentence)));
    }

    [GeneratedRegex(@"^(?:左右|以上)?\s*(?:提|加|增|涨|升|降|减|缩|改|换|调|扩|变)(?:[高大小少低加整])?(?:到|至|成|为)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Changed();

    [GeneratedRegex(@"\bbut\b|\band (?:now )?(?:want|need|require|look)|\bnow (?:we )?(?:want|need)|\bwe now\b|但是?|而是|不过", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex But();

    [GeneratedRegex(@"原先|原来|原本|原定|本来|之前|以前|去年|前年|现有|现在(?:只|才)?(?:租|用|有)|目前(?:只|才)?(?:租|用|有)|老厂|旧厂|\b(?:used to|formerly|originally|last year|currently|at present|so far|until now|at first|used up|outgr[eo]wn?|having)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Past();

    private static List<Number> Numbers(string folded, List<Numeral> numerals)
    {
        var numbers = new List<Number>();
        for (var i = 0; i < numerals.Count; i++)
        {
            var one = numerals[i];
            if (numbers.Count > 0 && one.Start < numbers[^1].End)
                continue; // "4米2": the tail of the one before
            if (numbers.Count > 0 && numbers[^1].Unit?.Is == UnitKind.Weight && folded[numbers[^1].End..one.Start].Trim() is "\u00d7" or "x" or "*")
                continue; // so many of them
            var unit = Unit.At(folded, one.End);
            var end = unit is { Is: not null } ? unit.End : one.End;
            if (i + 1 < numerals.Count && numerals[i + 1] is var other && end <= other.Start && Through().IsMatch(folded[end..other.Start]) && Unit.At(folded, other.End) is var second && second is not { Is: null } && (unit is null || second is null || unit.Is == second.Is))
            {
                // The multiplier may be said once: 1-2万.
                var low = one.Times == 1 && other.Times > 1 && one.Value * other.Times <= other.Value ? one with { Value = one.Value * other.Times } : one;
                if (low.Value < other.Value)
                {
                    numbers.Add(new Number(other, low, second ?? unit, one.Start, second?.End ?? other.End));
                    i++;
                    continue;
                }
            }

            numbers.Add(new Number(one, null, unit, one.Start, end));
        }

        return numbers;
    }

    /// <summary>"One square metre" before a weight or a price is what that is counted by.</summary>
    private static bool IsPer(string folded, Number number) =>
        number is { Unit: { Is: UnitKind.Area, Factor: 1 }, High.Value: 1 } && number.End < folded.Length;

    /// <summary>One number with what stands around it.</summary>
    /// <param name="room">m² that the rent of all of it is for; null where no size is said.</param>
    private sealed class Reading(string folded, Number number, List<MeasureWord> words, int from, int to, decimal? room)
    {
        private int start = number.Start, end = number.End;
        private bool atMost, isTotal;

        public Quantity? Quantity()
        {
            Bounds();
            var kind = number.Unit?.Is ?? UnitKind.None;
            var measure = kind switch
            {
                UnitKind.Area => Measure.Area,
                UnitKind.Power => Measure.Power,
                UnitKind.Weight => Weight(),
                UnitKind.Length => Word(w => w.Measure == Measure.Height, Close) ?? (IsAlone() ? Measure.Height : null),
                UnitKind.Minutes => Word(w => w.Measure is Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes, Far),
                UnitKind.Volume => Word(w => w.Measure == Measure.WasteWater, Far) ?? (folded[number.Unit!.End - 1] == '\u65b9' ? Measure.Area : null),
                UnitKind.Money => Money(),
                _ => Bare(),
            };
            var value = Value(measure, kind);
            if (measure is Measure.Rent or Measure.Pay)
                value = Rate(measure.Value, value);
            if (measure == Measure.Rent && value > MostRent && number.Unit?.PerArea != true && !PerAreaSaid())
                measure = null; // for a room of which only what was said before tells the size
            if (kind == UnitKind.Minutes)
                value = Math.Ceiling(value); // "five or six minutes" are six at most
            return measure is { } known && !Plausible(known, value) ? null
                : new Quantity(measure, value, atMost || measure is Measure.Rent or Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes, start, end - start, kind);
        }

        /// <summary>"Factory, 3,000 m2, 9 m": what is told of a hall by itself is how high it is.</summary>
        private bool IsAlone() => MeasureWords.Premises().IsMatch(folded) && (start == 0 || Parting.Contains(folded.AsSpan(0, start).TrimEnd(' ') is [.., var before] ? before : ',')) && (end >= folded.Length || Parting.Contains(folded.AsSpan(end).TrimStart(' ') is [var after, ..] ? after : ','));

        private static bool Plausible(Measure measure, decimal value) => measure switch
        {
            Measure.FloorLoad => value <= 1000,
            Measure.Crane => value <= 5000,
            Measure.Height => value is >= 2 and <= 500,
            Measure.Rent => value <= MostRent,
            Measure.Pay => value is >= LeastPay and <= 1_000_000,
            _ => value > 0,
        };

        /// <summary>Words like "at most" belong to the number.</summary>
        private void Bounds()
        {
            for (var again = true; again;)
            {
                var match = Before().Match(folded[Math.Max(from, start - LongestBefore)..start]);
                if (again = match.Success && match.Length > 0)
                    (start, atMost) = (start - match.Length, atMost || match.Groups["most"].Success);
            }

            if (After().Match(folded, end) is { Success: true } after)
                (end, atMost) = (end + after.Length, atMost || after.Groups["most"].Success);
        }

        private decimal Value(Measure? measure, UnitKind kind)
        {
            var (factor, more) = (number.Unit?.Is is null ? 1 : number.Unit.Factor, kind == UnitKind.None ? 0 : number.Unit!.More);
            decimal Of(decimal value) => (value + more) * factor;
            var high = Of(number.High.Value);
            return number.Low is not { } low ? high : measure switch
            {
                Measure.Rent or Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes => high,
                Measure.Pay => Of(low.Value),
                _ => (Of(low.Value) + high) / 2,
            };
        }

        private Measure? Weight()
        {
            var per = PerAreaBefore().Match(folded[Math.Max(from, start - LongestBefore)..start]);
            if (number.Unit!.PerArea || per.Success)
            {
                start -= per.Length;
                _ = Word(w => w.Measure == Measure.FloorLoad, Close);
                return Measure.FloorLoad;
            }

            return Word(w => w.Measure is Measure.FloorLoad or Measure.Crane or Measure.WasteWater, Far);
        }

        private Measure? Money()
        {
            if (number.High.Value < LeastPay && (number.Unit!.PerArea || PerAreaSaid()))
            {
                _ = Word(w => w.Measure == Measure.Rent, Close);
                return Measure.Rent; // "can't pay more than 20 a square metre" is nobody's pay
            }

            // Who can pay so much for a room of some size speaks of its rent.
            if (Word(w => w.Measure is Measure.Rent or Measure.Pay, Close) is { } said)
                return (said == Measure.Rent || MeasureWords.Premises().IsMatch(folded)) && IsTotal() ? Total() : said;
            if (IsTotal() && (number.Unit?.Time ?? RateTime()) is 'm' or 'y')
                return Total();
            var (amount, time) = (number.High.Value, number.Unit?.Time ?? RateTime());
            if (amount >= LeastPay)
                return time is 'm' or 'y' && !number.Unit!.PerArea ? Measure.Pay : null;
            return number.Unit!.PerArea || PerAreaSaid() || (MeasureWords.Premises().IsMatch(folded) && amount < MostRent) ? Measure.Rent : null;
        }

        private Measure? Bare()
        {
            var value = number.High.Value;
            var telling = value >= 10 || folded[number.High.Start..number.High.End].Any(char.IsAsciiDigit);
            if (!telling || (value is >= 2024 and < 2040 && MonthBefore().IsMatch(folded.AsSpan(0, number.Start))))
                return null;
            if (number.High.End < folded.Length && folded[number.High.End] == ')')
                return null; // a number of a list
            if (Word(w => w.Strong, Close, after: false) is { } said)
                return (said == Measure.Rent || (said == Measure.Pay && MeasureWords.Premises().IsMatch(folded))) && IsTotal() ? Total() : PerAreaSaid() && said == Measure.Pay ? Measure.Rent : said;
            if (end < folded.Length && folded[end] == '\u7684' && Word(w => w.Measure == Measure.Power && w.Start == end + 1, Close) is { } held)
                return held; // "a transformer of 2000" the other way round
            if (IsTotal() && (RateTime() is 'm' or 'y' || (atMost && words.Exists(w => w.Measure == Measure.Rent))))
                return Total();
            if (value < MostYearly && RateTime() is 'y' && PerAreaSaid())
                return Measure.Rent;
            if (number.High.Times >= 1000 && RateTime() is 'm' or 'y' && value >= LeastPay)
                return Measure.Pay;
            var premises = MeasureWords.Premises().Match(folded);
            // So many thousands, where posts are spoken of and no room.
            if (!premises.Success && number.High.Times >= 1000 && value is >= LeastPay and <= MostPay && MeasureWords.Posts().IsMatch(folded))
                return Measure.Pay;
            if (!premises.Success)
                return null;
            if (value is >= 5 and < MostPerArea && (atMost || PerAreaSaid()))
                return Measure.Rent;
            // "Factory, 6000".
            return value is >= 100 and <= 500_000 && !atMost && (end >= folded.Length || !char.IsLetter(folded[end]) || "\u5c31\u7684\u591f\u5de6\u4e0a".Contains(folded[end])) && Beside(premises) ? Measure.Area : null;
        }

        /// <summary>Money for all of the room, not for a square metre of it.</summary>
        private bool IsTotal() => room is not null && number.High.Value >= LeastPay && number.Unit?.PerArea != true && !PerAreaSaid() && !words.Exists(w => w.Measure == Measure.Pay);

        private Measure Total()
        {
            isTotal = true;
            return Measure.Rent;
        }

        private bool Beside(Match premises)
        {
            for (var word = premises; word.Success; word = word.NextMatch())
                if (word.Index + word.Length <= start ? start - word.Index - word.Length <= 4 : word.Index >= end && word.Index - end <= 4)
                    return true;
            return false;
        }

        private bool PerAreaSaid() => RateAfter().Match(folded, number.End).Groups["per"].Success || RateAfter().Match(folded, end).Groups["per"].Success || PerAreaBefore().IsMatch(folded[Math.Max(0, start - LongestBefore)..start]);

        private char? RateTime() =>
            Unit.TimeOf(RateAfter().Match(folded, number.End).Groups["time"].Value) ?? Unit.TimeOf(TimeBefore().Match(folded[Math.Max(0, number.Start - LongestBefore)..number.Start]).Groups["time"].Value);

        private decimal Rate(Measure measure, decimal value)
        {
            var time = number.Unit?.Time ?? RateTime();
            if (RateAfter().Match(folded, end) is { Success: true, Length: > 0 } rate)
            {
                end += rate.Length;
                while (end > number.End && folded[end - 1] == ' ')
                    end--;
            }

            if (After().Match(folded, end) is { Success: true } after)
                end += after.Length;
            if (PerAreaBefore().Match(folded[Math.Max(from, start - LongestBefore)..start]) is { Success: true } per)
                start -= per.Length;
            if (isTotal && value / room!.Value is var each)
                return time == 'y' || (time is null && each > LikelyRent) ? each / 12 : each;
            if (measure == Measure.Pay)
                return time == 'y' ? value / 12 : time == 'd' ? value * PaidDays : value;
            return time == 'y' ? value / 12 : time == 'd' || (time is null && value < LeastMonthlyRent) ? value * DaysOfAMonth : value;
        }

        /// <summary>The nearest word that fits: before the number in its clause, after it, or at the end of the clause before.</summary>
        private Measure? Word(Predicate<MeasureWord> fits, int reach, bool after = true)
        {
            var clause = ClauseStart(start);
            var until = Math.Min(to, ClauseEnd(end));
            var at = words.FindLastIndex(w => w.End <= start && w.Start >= Math.Max(clause, from) && start - w.End <= reach && fits(w));
            if (at < 0 && after)
                at = words.FindIndex(w => w.Start >= end && w.End <= until && w.Start - end <= reach && fits(w));
            if (at < 0 && clause > 0)
                at = words.FindLastIndex(w => w.End < clause && w.Start >= Math.Max(from, ClauseStart(clause - 1)) && clause - w.End <= Close && start - clause <= 2 && fits(w));
            if (at < 0)
                return null;
            var word = words[at];
            words.RemoveAt(at);
            // What stands between may mean something by itself, unless it only joins the two.
            if (word.End <= start && Joint().IsMatch(folded[word.End..start]))
                start = word.Start;
            else if (word.Start >= end && Joint().IsMatch(folded[end..word.Start]))
                end = word.End;
            return word.Measure;
        }

        private int ClauseStart(int at)
        {
            while (at > 0 && !Ends.Contains(folded[at - 1]))
                at--;
            return at;
        }

        private int ClauseEnd(int at)
        {
            while (at < folded.Length && !Ends.Contains(folded[at]))
                at++;
            return at;
        }
    }
}
