using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Values;

/// <summary>
/// What is wrong, in English, and the same as a template with its arguments, so that it can be said in an editor's language.
/// Written as an ordinary interpolated string.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder template = new();
    private readonly List<object?> arguments = [];

    public Sentence(int literalLength, int formattedCount) { }

    /// <summary>From a template that stands outside of the content engine.</summary>
    public static Sentence Of(string template, IReadOnlyList<object?> arguments)
    {
        var sentence = new Sentence(template.Length, arguments.Count);
        sentence.template.Append(template);
        sentence.arguments.AddRange(arguments);
        return sentence;
    }

    /// <summary>With <c>{0}</c>, <c>{1}</c> … in the places of the arguments.</summary>
    public string Template => template.ToString();
    public IReadOnlyList<object?> Arguments => arguments;

    public static implicit operator Sentence(string text)
    {
        var sentence = new Sentence(text.Length, 0);
        sentence.AppendLiteral(text);
        return sentence;
    }

    public void AppendLiteral(string text) => template.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value)
    {
        template.Append(CultureInfo.InvariantCulture, $"{{{arguments.Count}}}");
        arguments.Add(value);
    }

    public bool Equals(Sentence? other) => other is not null && ToString() == other.ToString();
    public override bool Equals(object? obj) => Equals(obj as Sentence);
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template, [.. arguments.Select(a => a is DateTimeOffset at ? Instant.Write(at) : a)]);
}
