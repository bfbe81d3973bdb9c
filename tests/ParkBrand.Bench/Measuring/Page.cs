using System.Diagnostics;

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

    /// <summary>Seconds that a page takes when one visitor asks again and again, for the time given and at least once.</summary>
    public static async Task<double> Seconds(string url, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var pages = 0;
        do
        {
            await Compressed(url);
            pages++;
        }
        while (clock.Elapsed < time);
        return clock.Elapsed.TotalSeconds / pages;
    }
}
