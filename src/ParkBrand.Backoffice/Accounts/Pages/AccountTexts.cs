using System.Globalization;
using System.Text.Json;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>The words of the account pages in one language.</summary>
internal sealed class AccountTexts
{
    public const string Chinese = "zh-CN", English = "en-US";

    private static readonly Dictionary<string, AccountTexts> Languages = new[] { Chinese, English }.ToDictionary(l => l, l => new AccountTexts(l));

    private readonly Dictionary<string, string> words;

    private AccountTexts(string language) =>
        (Language, words) = (language, JsonSerializer.Deserialize<Dictionary<string, string>>(Resource.Text($"{language}.json"))!);

    public string Language { get; }
    public string Other => Language == Chinese ? English : Chinese;
    public string this[string key] => words[key];
    public IEnumerable<string> Keys => words.Keys;

    public string Format(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, words[key], values);

    public static AccountTexts In(string? language) => Languages.GetValueOrDefault(language ?? "") ?? Languages[Chinese];
}
