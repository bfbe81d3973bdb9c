using System.Globalization;
using System.Text;

namespace ParkBrand.Delivery.OpenData;

/// <summary>A table as CSV (RFC 4180): UTF-8, commas, CRLF, quotes where they are needed.</summary>
internal static class CsvText
{
    // A spreadsheet takes a cell that begins so for a formula; the wide forms are taken the same way where they are typed.
    private const string Formula = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    public static void Write(TextWriter text, DataSet set, IEnumerable<DataRow> rows)
    {
        Line(text, set.Fields.Select(f => f.Name));
        foreach (var row in rows)
            Line(text, set.Fields.Select(f => Cell(f.Value(row))));
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> texts => Harmless(string.Join('|', texts)),
        _ => Harmless((string)value),
    };

    internal static string Harmless(string text) => text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static void Line(TextWriter text, IEnumerable<string> cells)
    {
        text.Write(string.Join(',', cells.Select(Quoted)));
        text.Write("\r\n");
    }

    internal static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell.Trim() == cell ? cell : new StringBuilder(cell).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
