using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>A piece of HTML written as an interpolated string: whatever is put into it is encoded, unless it is such a piece itself.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Markup(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + formattedCount * 16);

    public void AppendLiteral(string literal) => text.Append(literal);
    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));
    public void AppendFormatted(Html piece) => text.Append(piece.Text);

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
            text.Append(piece.Text);
    }

    public Html ToHtml() => new(text.ToString());
}

internal readonly record struct Html(string Text)
{
    public static readonly Html None = new("");

    public static Html Of(Markup markup) => markup.ToHtml();
}
