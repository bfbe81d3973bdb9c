using System.Globalization;
using System.Text;

namespace ParkBrand.Site.Feeds;

/// <summary>Lines of an iCalendar file (RFC 5545): escaped, folded at 75 octets, ended by CRLF.</summary>
internal sealed class CalendarText
{
    private const int Octets = 75;
    private readonly StringBuilder text = new();

    public CalendarText Line(string name, string value)
    {
        var (line, width) = ($"{name}:{value}", 0);
        foreach (var rune in line.EnumerateRunes())
        {
            // Never inside a character: the limit counts octets of UTF-8, and a continuation begins with a space.
            if (width + rune.Utf8SequenceLength > Octets)
            {
                text.Append("\r\n ");
                width = 1;
            }

            text.Append(rune);
            width += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    public CalendarText Text(string name, string? value) => string.IsNullOrEmpty(value) ? this : Line(name, Escaped(value));

    public CalendarText Day(string name, DateOnly day) => Line(name + ";VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public CalendarText Instant(string name, DateTimeOffset at) => Line(name, at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public byte[] Bytes() => Encoding.UTF8.GetBytes(text.ToString());

    internal static string Escaped(string value) => string.Concat(value.ReplaceLineEndings("\n").EnumerateRunes().Select(r => r.Value switch
    {
        '\n' => "\\n",
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        < ' ' or 0x7f => "",
        _ => r.ToString(),
    }));
}
