using System.Globalization;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>A source as what is said is held against it: its numbers, its days and its words. Folded.</summary>
internal sealed class Ground
{
    private const int ShortestQuote = 3;

    public Ground(Source source, Words words)
    {
        Source = source;
        var (citation, property) = (source.Citation, source.Property);
        Value = Wording.Fold(citation.Value);
        var label = Wording.Fold(citation.Field);
        Amounts = [.. Amount.In(Value)];
        Days = [.. Guardrails.Days.In(Value), .. citation.Date is { } day ? Guardrails.Days.In(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : []];
        IsQuote = property.DataType.Kind is not (ValueKind.Integer or ValueKind.Decimal or ValueKind.Boolean or ValueKind.Date) && Value.Length >= ShortestQuote;
        var denied = property.DataType.Kind == ValueKind.Boolean && citation.Value == words["no"];
        Denies = denied || Denial.In(label);
        DeniesInWords = IsQuote && Denial.In(Value);
        Text = string.Join('\n', [Value, label, Wording.Fold(citation.Title), .. Cues.All.Group("asked").GetValueOrDefault(property.Alias, []).Where(p => !Denial.In(p))]);
        Words = [.. WordRun.Of(Text).Select(w => w.Key)];
        MayDeny = denied || Denies || DeniesInWords;
    }

    public Source Source { get; }
    public string Value { get; }
    public IReadOnlyList<Amount> Amounts { get; }
    public IReadOnlyList<Days> Days { get; }

    /// <summary>Whether the value is a text that may be said as it stands.</summary>
    public bool IsQuote { get; }

    /// <summary>Whether it says that something is not so, which whoever cites it has to say too.</summary>
    public bool Denies { get; }

    /// <summary>The same of a text, unless it is said as it stands.</summary>
    public bool DeniesInWords { get; }
    public bool MayDeny { get; }
    public string Text { get; }
    public HashSet<string> Words { get; }
}

/// <summary>Words that turn a statement around.</summary>
internal static class Denial
{
    private static readonly string[] Han = [.. Guard.List("no").Where(n => WordRun.IsHan(n[0]))];
    private static readonly HashSet<string> Latin = [.. Guard.List("no").Where(n => !WordRun.IsHan(n[0]))];

    public static IReadOnlyList<string> InHan => Han;

    public static bool In(string folded) => Array.Exists(Han, h => folded.Contains(h, StringComparison.Ordinal)) || WordRun.Of(folded).Exists(w => Latin.Contains(w.Key));

    public static bool Is(string word) => Latin.Contains(word);
}
