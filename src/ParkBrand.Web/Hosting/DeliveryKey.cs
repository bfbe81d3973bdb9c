namespace ParkBrand.Web.Hosting;

/// <summary>The key with which other systems read drafts: the option <c>--delivery-api-key</c>, or better the environment, which a list of processes does not show.</summary>
internal static class DeliveryKey
{
    public const string Variable = "PARKBRAND_DELIVERY_API_KEY";
    private const int Shortest = 16;

    public static string? Of(string? option) => option ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } key ? key : null);

    public static string? Problem(string? key) => key is null || key.Length >= Shortest ? null
        : $"The key of --delivery-api-key ({Variable}) has {key.Length} characters; whoever guesses it reads drafts, so it needs at least {Shortest}.";
}
