using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ParkBrand.Content;
using ParkBrand.Content.Values;

namespace ParkBrand.Backoffice.Management.Protocol;

/// <summary>The language an editor reads the backoffice in; whoever knows it sets it on the request. Chinese when nobody does.</summary>
internal sealed record EditorLanguage(string IsoCode);

/// <summary>Says what the content engine says, in the editor's language. A sentence without a translation stays English.</summary>
internal sealed class Wording
{
    private const string Default = "zh-CN";

    private static readonly FrozenDictionary<string, Wording> All = new[] { Default, "en-US" }.ToFrozenDictionary(l => l, l => new Wording(Load(l)));

    private readonly FrozenDictionary<string, string> texts;

    private Wording(FrozenDictionary<string, string> texts) => this.texts = texts;

    /// <summary>The English templates that can be said in a language.</summary>
    internal static IEnumerable<string> Known(string language) => All[language].texts.Keys;

    public static Wording Of(HttpContext http) =>
        http.Features.Get<EditorLanguage>() is { } language && All.TryGetValue(language.IsoCode, out var wording) ? wording : All[Default];

    public string Say(Sentence sentence) => Say(sentence.Template, [.. sentence.Arguments]);

    public string Say(string template, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, texts.GetValueOrDefault(template, template), [.. arguments.Select(Argument)]);

    private object? Argument(object? argument) => argument switch
    {
        DateTimeOffset at => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        Sentences many => string.Join("; ", many.Problems.Select(p => $"{p.Path}: {Say(p.Sentence)}")),
        string word => texts.GetValueOrDefault("word:" + word, word),
        _ => argument,
    };

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream($"ParkBrand.Backoffice.Management.texts.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
