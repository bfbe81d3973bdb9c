namespace ParkBrand.Bench.Measuring;

internal static class Page
{
    private static readonly HttpClient Http = new();

    /// <summary>The brotli bytes of an address, as a browser gets them.</summary>
    public static async Task<byte[]> Compressed(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = (await Http.SendAsync(request)).EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static Task<string> Text(string url) => Http.GetStringAsync(new Uri(url));

    /// <summary>Warms an address and then puts it under load, several times.</summary>
    public static async Task<List<Load>> Loads(BenchOptions options, string url)
    {
        await Wrk.Run(url, options.Load);
        var loads = new List<Load>();
        for (var i = 0; i < BenchOptions.Rounds; i++)
            loads.Add(await Wrk.Run(url, options.Load));
        return loads;
    }
}
