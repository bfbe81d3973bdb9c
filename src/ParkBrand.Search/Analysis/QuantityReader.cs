using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>
/// Reads numbers as quantities: the unit says what is measured, else the nearest word before it in its clause, else the one
/// after it. A word that has been used for one number is not used for another.
/// </summary>
internal static partial class QuantityReader
{
    private const string Ends = ",;:!?\n\u3001\u3002\uff0c\uff1b\uff1a";
    private const string SentenceEnds = ";!?\n\u3002\uff1b";
    private const int LongestBefore = 32, Close = 10, Far = 40, MostNumbers = 60;
    private const decimal DaysOfAMonth = 30m, PaidDays = 21.75m, MostPay = 200_000m, LeastMonthlyRent = 2.5m, MostRent = 400m, LeastPay = 1000m, Mu = 666.6667m, LikelyRent = 100m, LeastRoom = 10m, MostOfHead = 30m, LeastMinutes = 5m, LeastPremises = 100m, MostPremises = 500_000m, LeastHeight = 3m, MostHeight = 30m, MostMinutes = 120m, MostYearly = 4800m, MostPerArea = 150m;

    [GeneratedRegex(@"^\s*(?:-|–|—|~|～|至|到|to|and)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Through();

    [GeneratedRegex($@"(?:每|一|1|\bper|\ba|/)\s*(?:个)?{Unit.Square}[^\d,，。;；]{{0,8}}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PerAreaBefore();

    [GeneratedRegex(@"(?:(?:每|一|a|per)\s*个?\s*(?<time>天|日|月|年|day|month|year)|(?<time>日|月|年)(?=租|薪|入|包|收))[^\d,，。;；]{0,8}$|(?<![a-z])(?<time>annual(?:ly)?|yearly|nian)(?=xin|(?![a-z]))[^\d,;]{0,24}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TimeBefore();

    [GeneratedRegex($@"\G(?:(?:\s*(?:/|每|(?:per|an?)\s|一)\s*(?:个)?\s*|\s(?=monthly|daily|yearly|annually)|)(?:(?<per>{Unit.Square}|psm(?![a-z]))|(?<time>天(?!然|花)|日(?!常)|月(?!底|初|中)|年(?!底)|(?:day|month|year|annum|annually|yearly|monthly|daily)(?![a-z]))))*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RateAfter();

    [GeneratedRegex(@"^(?:[\s的是要为在有需得达到大概约至少最多好能可以距离去上:=()-]|尽量|of|is|are|from|to|the|an?|at|about|capacity|for)*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?:每|一|1|/|\b(?:per|an?)\s)\s*(?:亩|mu\b)[^,，。;；]{0,10}(?:年|月|year|month)|(?:年|月)[^,，。;；]{0,8}(?:每|一|/)亩", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PerMu();

    [GeneratedRegex(@"^\s*(?:和|与|及|跟|加|、|/|\+|&|and)\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\u8de8|\u67f1|\u5bbd|\u957f(?!\u671f|\u79df)|\u6df1|\u95e8|\u6708\u53f0|\u8f66\u9053|\u9053\u8def|\u901a\u9053|\u8def\u5bbd|\u76f4\u5f84|\u56de\u8f6c|\u8ddd|\b(?:span|width|wide|long|length|column|bay|door|dock|road|deep|depth|diameter|away|far|farther|further|distance)s?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OtherLength();

    [GeneratedRegex(@"(?:\u4eba\u5747|\u6bcf\u4eba|\u6bcf\u4e2a?\u4eba|\u6bcf\u4e2a?\u5de5\u4f4d|\u4e00\u4e2a\u5de5\u4f4d|\u4e00\u4eba|\beach|\bper (?:person|head|desk|seat))[^\d,;\uff0c\u3002]{0,6}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HeadBefore();

    [GeneratedRegex(@"\G\s*(?:/|\u6bcf|\u4e00)\s*(?:\u4e2a?\u4eba|\u4f4d|\u5de5\u4f4d|\u4e2a\u5de5\u4f4d|\u4e2a(?=\u7b97|$|[,\uff0c\u3002]))|\G\s*(?:(?:per|a|for each|for one) (?:person|head|desk|seat|employee)|each\b|apiece)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HeadAfter();

    [GeneratedRegex(@"\u5206\u949f|\u5206\u79cd|\bmin", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MinutesSaid();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*$|\bq[1-4]\s*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Dated();

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
        numbers.RemoveAll(n => n.Unit is { Is: null } || IsPer(folded, n) || IsPartOfWord(folded, n));
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
                if (low.Value < other.Value || (low.Value == other.Value && unit?.More < second?.More))
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

    /// <summary>One character that counts nothing: the first of "surely", of "both sides".</summary>
    private static bool IsPartOfWord(string folded, Number number) => number is { Unit: null, Low: null } && number.End - number.Start == 1 && folded[number.Start] > '\u4e00' - 1
        && number.End < folded.Length && folded[number.End] is >= '\u4e00' and <= '\u9fff' && !Going.Contains(folded[number.End]);

    private const string Going = "\u4ee5\u5de6\u5c31\u7684\u5230\u81f3\u6216\u5f80\u4e4b\u8d77";

    /// <summary>One number with what stands around it.</summary>
    /// <param name="room">m² that the rent of all of it is for; null where no size is said.</param>
    private sealed class Reading(string folded, Number number, List<MeasureWord> words, int from, int to, decimal? room)
    {
        private int start = number.Start, end = number.End;
        private bool atMost, isTotal, isLimit, isLast, isNeeded;

        public Quantity? Quantity()
        {
            Bounds();
            var kind = number.Unit?.Is ?? UnitKind.None;
            var measure = kind switch
            {
                UnitKind.Area => IsPerHead() ? null : Measure.Area,
                UnitKind.Power => Measure.Power,
                UnitKind.Weight => Weight(),
                UnitKind.Length => Word(w => w.Measure == Measure.Height, Close) ?? Word(w => w is { Measure: Measure.Height, Strong: true }, Far) ?? Unnamed(),
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
                : new Quantity(measure, value, atMost || measure is Measure.Rent or Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes, start, end - start, kind) { IsLimit = isLimit, IsLast = isLast };
        }

        /// <summary>"10 m2 to a person": so much is no size of a room.</summary>
        private bool IsPerHead() => number.High.Value <= MostOfHead && (HeadBefore().IsMatch(folded[Math.Max(0, number.Start - LongestBefore)..number.Start]) || HeadAfter().IsMatch(folded, number.Unit!.End));

        /// <summary>A limit in metres of which nothing says what it measures is the height of the room, unless another length is spoken of.</summary>
        private Measure? Unnamed() => (isLimit || isNeeded || StandsAlone()) && number.High.Value is >= LeastHeight and <= MostHeight && !words.Exists(w => w.Measure == Measure.Height) && MeasureWords.Premises().IsMatch(folded)
            && !OtherLength().IsMatch(folded.AsSpan(ClauseStart(start), ClauseEnd(end) - ClauseStart(start))) ? Measure.Height : null;

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
                    Bound(match, start -= match.Length, end);
            }

            if (After().Match(folded, end) is { Success: true } after)
                Bound(after, start, end += after.Length);
        }

        private void Bound(Match match, int from, int to)
        {
            (start, end) = (from, to);
            atMost |= match.Groups["most"].Success;
            isLimit |= match.Groups["most"].Success || match.Groups["least"].Success;
            isNeeded |= NeededWords.Any(w => match.Value.Contains(w, StringComparison.Ordinal));
            isLast |= match.Groups["last"].Success || LastWords.Any(w => match.Value.Contains(w, StringComparison.Ordinal));
        }

        private decimal Value(Measure? measure, UnitKind kind)
        {
            var (factor, more) = (number.Unit?.Is is null ? 1 : number.Unit.Factor, kind == UnitKind.None ? 0 : number.Unit!.More);
            decimal Of(decimal value) => measure == Measure.Area && factor > LeastRoom ? Math.Round((value + more) * factor) : (value + more) * factor; // 45 mu are 30,000 m² and not a thousandth more
            var high = Of(number.High.Value);
            if (measure == Measure.Power && Several().Match(folded[Math.Max(0, number.Start - LongestBefore)..number.Start]) is { Success: true } several)
                high *= "\u4e8c\u4e24\u4e09\u56db".IndexOf(several.Value[0], StringComparison.Ordinal) is var han and >= 0 ? Math.Max(2, han + 1) : several.Value[0] - '0';
            return number.Low is not { } low ? high : measure switch
            {
                Measure.Rent or Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes => high,
                Measure.Pay or Measure.FloorLoad or Measure.Height or Measure.Crane => Of(low.Value), // whoever says "5 to 10 tonnes" takes five
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
            if (number.High.End < folded.Length && folded[number.High.End] == ')')
                return null; // a number of a list
            if (value is > 2020 and < 2040 && Dated().IsMatch(folded.AsSpan(0, number.Start)))
                return null; // the year of a day
            if (EndsThere() && value is >= LeastHeight and <= MostHeight && Joined(w => w.Measure == Measure.Height) is { } high)
                return high; // "9 high", without the unit
            if (!telling || (value is >= 2024 and < 2040 && MonthBefore().IsMatch(folded.AsSpan(0, number.Start))))
                return EndsThere() ? Joined(w => w.Strong && w.Measure is Measure.Height or Measure.FloorLoad or Measure.Crane) : null; // "the height eight"
            var premises = MeasureWords.Premises().Match(folded);
            if (value is >= LeastPremises and <= MostPremises && !atMost && EndsThere() && Touches(premises))
                return Measure.Area; // "factory 4000", whatever was said before it
            if (Word(w => w.Strong, Close, after: false) is { } said)
                return (said == Measure.Rent || (said == Measure.Pay && MeasureWords.Premises().IsMatch(folded))) && IsTotal() ? Total() : PerAreaSaid() && said == Measure.Pay ? Measure.Rent : said;
            if (value is >= LeastMinutes and <= MostMinutes && MinutesSaid().IsMatch(folded) && Joined(w => w.Measure is Measure.RailMinutes or Measure.AirportMinutes or Measure.MotorwayMinutes or Measure.PortMinutes) is { } way)
                return way; // "the railway twenty minutes, the airport forty"
            if (end < folded.Length && folded[end] == '\u7684' && Word(w => w is { Measure: Measure.Power } or { Measure: Measure.Rent, Strong: true } && w.Start == end + 1, Close) is { } held)
                return held; // "a transformer of 2000" the other way round
            if (IsTotal() && (RateTime() is 'm' or 'y' || (atMost && words.Exists(w => w.Measure == Measure.Rent))))
                return Total();
            if (value < MostYearly && RateTime() is 'y' && PerAreaSaid())
                return Measure.Rent;
            if (number.High.Times >= 1000 && RateTime() is 'm' or 'y' && value >= LeastPay)
                return Measure.Pay;
            // So many thousands, where posts are spoken of and no room.
            if (!premises.Success && number.High.Times >= 1000 && value is >= LeastPay and <= MostPay && MeasureWords.Posts().IsMatch(folded))
                return Measure.Pay;
            if (value is >= LeastRoom and < MostPerArea && room is not null && PerAreaSaid())
                return Measure.Rent; // "2500 m², 24 per square metre"
            if (!premises.Success)
                return null;
            if (value is >= 5 and < MostPerArea && (atMost || PerAreaSaid() || (value >= LeastRoom && Unit.TimeOf(RateAfter().Match(folded, number.End).Groups["time"].Value) == 'm')))
                return Measure.Rent;
            // "Factory, 6000".
            return value is >= LeastPremises and <= MostPremises && !atMost && (end >= folded.Length || !char.IsLetter(folded[end]) || "\u5c31\u7684\u591f\u5de6\u4e0a".Contains(folded[end])) && (room is null ? Beside(premises) : Touches(premises)) ? Measure.Area : null;
        }

        /// <summary>Money for all of the room, not for a square metre of it.</summary>
        private bool IsTotal() => room is not null && number.High.Value >= LeastPay && number.Unit?.PerArea != true && !PerAreaSaid() && !words.Exists(w => w.Measure == Measure.Pay);

        private Measure Total()
        {
            isTotal = true;
            return Measure.Rent;
        }

        private bool Touches(Match premises)
        {
            for (var word = premises; word.Success; word = word.NextMatch())
                if (start - word.Index - word.Length is 0 or 1)
                    return true;
            return false;
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

        /// <summary>The word that stands right before the number, with nothing between that means anything.</summary>
        private Measure? Joined(Predicate<MeasureWord> fits)
        {
            var at = words.FindLastIndex(w => w.End <= start && w.Start >= Math.Max(ClauseStart(start), from) && fits(w));
            return at >= 0 && Joint().IsMatch(folded[words[at].End..start]) ? Word(w => w == words[at], Far, after: false) : null;
        }

        /// <summary>Between blanks or breaks, in a list of amounts.</summary>
        private bool StandsAlone() => EndsThere() && folded[ClauseStart(start)..start] is var before && (before.Trim().Length == 0 || (before[^1] == ' ' && !char.IsAsciiLetter(before.TrimEnd()[^1])))
            && !(folded[end..].TrimStart() is [var next, ..] && char.IsAsciiLetter(next));

        private bool EndsThere() => end >= folded.Length || folded[end] == ' ' || Ends.Contains(folded[end]) || (folded[end] == '.' && (end + 1 >= folded.Length || folded[end + 1] == ' '));

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
