using System.Globalization;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>A language model behind an OpenAI-compatible address, and what it may cost.</summary>
/// <param name="Url">Base address, such as <c>https://api.deepseek.com/v1</c>.</param>
/// <param name="Key">Sent to that address and nowhere else; empty for servers that ask for none.</param>
/// <param name="Patience">How long a visitor waits for the first sentence, and from one sentence to the next, before the built-in answer is given.</param>
/// <param name="SiteTokens">A day, for all visitors together.</param>
/// <param name="VisitorTokens">A day.</param>
/// <param name="PriceIn">Of a million tokens that are sent.</param>
/// <param name="PriceOut">Of a million tokens that are received.</param>
/// <param name="Money">A day, in the same currency; null is without limit.</param>
public sealed record ModelOptions(Uri Url, string Model, string Key, TimeSpan Patience, long SiteTokens, long VisitorTokens, decimal PriceIn, decimal PriceOut, decimal? Money)
{
    private const string Option = "--assistant-", Variable = "PARKBRAND_ASSISTANT_";
    private const string UrlName = "url", ModelName = "model", KeyName = "key", KeyFileName = "key-file", PatienceName = "patience", TokensName = "tokens", PriceName = "price", BudgetName = "budget";
    private const long DefaultSite = 5_000_000, DefaultVisitor = 100_000;
    private const double DefaultPatience = 2.5, LongestPatience = 30;

    /// <summary>Of the command line. There is none for the key: a command line is read by everybody on the machine.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. new[] { UrlName, ModelName, KeyFileName, PatienceName, TokensName, PriceName, BudgetName }.Select(n => Option + n)];

    /// <summary>How long a whole answer may take.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From options, or else from environment variables such as <c>PARKBRAND_ASSISTANT_URL</c>.</summary>
    /// <param name="option">Value of an option of <see cref="Names"/>, or null.</param>
    /// <returns>Neither options nor a problem when no address is given.</returns>
    public static (ModelOptions? Options, string? Problem) Read(Func<string, string?> option, Func<string, string?> variable)
    {
        string? Find(string name) => (name == KeyName ? null : option(Option + name)) ?? (variable(Variable + name.Replace('-', '_').ToUpperInvariant()) is { Length: > 0 } set ? set : null);
        if (Find(UrlName) is not { } url)
            return (null, Names.Select(n => option(n) is null ? null : n).FirstOrDefault(n => n is not null) is { } alone ? $"The option {alone} says nothing without {Option}{UrlName}." : null);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0 || address.UserInfo.Length > 0)
            return (null, $"{Option}{UrlName}: {url} is no base address. It is like https://api.deepseek.com/v1, without a query and without a key.");
        if (Find(ModelName) is not { } model)
            return (null, $"{Option}{UrlName} needs {Option}{ModelName}: the name of a model that the server has, like deepseek-chat.");
        if (KeyOf(Find(KeyName), Find(KeyFileName)) is not { } key)
            return (null, $"{Option}{KeyFileName}: {Find(KeyFileName)} cannot be read, or is empty. It holds the key alone.");
        if (Numbers(Find(PatienceName), [(decimal)DefaultPatience]) is not [var patience] || patience is <= 0 or > (decimal)LongestPatience)
            return (null, $"{Option}{PatienceName}: {Find(PatienceName)} is no number of seconds up to {LongestPatience}.");
        if (Numbers(Find(TokensName), [DefaultSite, DefaultVisitor]) is not [var site, var visitor])
            return (null, $"{Option}{TokensName}: {Find(TokensName)} is not two numbers, tokens a day for the site and for one visitor, like 5000000,100000.");
        if (Numbers(Find(PriceName), [0, 0]) is not [var priceIn, var priceOut])
            return (null, $"{Option}{PriceName}: {Find(PriceName)} is not two numbers, what a million tokens cost that are sent and received, like 2,8.");
        if (Numbers(Find(BudgetName), [-1]) is not [var money])
            return (null, $"{Option}{BudgetName}: {Find(BudgetName)} is no amount of money a day.");
        return money >= 0 && priceIn + priceOut == 0
            ? (null, $"{Option}{BudgetName} needs {Option}{PriceName}: without prices nothing is known of what is spent.")
            : (new ModelOptions(address, model, key, TimeSpan.FromSeconds((double)patience), (long)site, (long)visitor, priceIn, priceOut, money < 0 ? null : money), null);
    }

    // Never in a log.
    public override string ToString() => $"{Model} at {Url.Host}";

    private static string? KeyOf(string? key, string? file)
    {
        if (file is null)
            return key ?? "";
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 and < 5000 } read ? read : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static decimal[]? Numbers(string? text, decimal[] otherwise)
    {
        if (text is null)
            return otherwise;
        var numbers = text.Split(',').Select(p => decimal.TryParse(p, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        return numbers.Length == otherwise.Length && Array.TrueForAll(numbers, n => n is >= 0 and < 1_000_000_000_000m) ? numbers : null;
    }
}
