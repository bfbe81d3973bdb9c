using System.Diagnostics;
using System.Net;

namespace ParkBrand.FaultTests.Support;

internal static class Http
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(20) };

    public static async Task<HttpStatusCode> Status(string address, string path)
    {
        using var response = await Client.GetAsync(new Uri(address + path));
        return response.StatusCode;
    }

    public static Task<string> Text(string address, string path) => Client.GetStringAsync(new Uri(address + path));

    public static async Task Until(string address, string path, HttpStatusCode wanted)
    {
        for (var start = Stopwatch.GetTimestamp(); await Status(address, path) != wanted; await Task.Delay(50))
            Assert.True(Stopwatch.GetElapsedTime(start) < Child.Patience, $"{path} never became {wanted}.");
    }

    /// <summary>Until an answer says something.</summary>
    public static async Task UntilSaid(string address, string path, string words)
    {
        for (var start = Stopwatch.GetTimestamp(); !(await Text(address, path)).Contains(words, StringComparison.Ordinal); await Task.Delay(50))
            Assert.True(Stopwatch.GetElapsedTime(start) < Child.Patience, $"{path} never said {words}.");
    }
}
