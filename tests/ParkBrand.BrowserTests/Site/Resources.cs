using System.Collections.Concurrent;
using System.Net;

namespace ParkBrand.BrowserTests.Site;

/// <summary>What the server sends at an address, asked for once: its status and its size in bytes as compressed for browsers.</summary>
internal sealed class Resources : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
    private readonly ConcurrentDictionary<string, Task<(int Status, int Size)>> known = new();

    public Task<(int Status, int Size)> Of(string address) => known.GetOrAdd(address, Get);

    public void Dispose() => http.Dispose();

    private async Task<(int Status, int Size)> Get(string address)
    {
        using var answer = await http.GetAsync(address);
        return ((int)answer.StatusCode, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }
}
