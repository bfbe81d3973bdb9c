using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ParkBrand.BrowserTests.Site;

/// <summary>nginx over a folder, set up as the documentation says.</summary>
internal sealed partial class FileServer : IAsyncDisposable
{
    private readonly Process nginx;
    private readonly DirectoryInfo folder;

    private FileServer(Process nginx, DirectoryInfo folder, Uri origin) => (this.nginx, this.folder, Origin) = (nginx, folder, origin);

    public Uri Origin { get; }

    /// <summary>Null where it is not installed.</summary>
    public static string? Program => new[] { "/usr/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);

    public static async Task<FileServer> Start(string files)
    {
        var folder = Directory.CreateTempSubdirectory("parkbrand-nginx-");
        var origin = new Uri($"http://127.0.0.1:{FreePort()}");
        var documented = Documented().Match(await File.ReadAllTextAsync(RepositoryRoot.File("docs", "headless.md"))).Groups[1].Value
            .Replace("listen 443 ssl; # with the certificate", $"listen {origin.Authority};", StringComparison.Ordinal).Replace("/srv/parks", files, StringComparison.Ordinal);
        var settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            daemon off; master_process off; pid nginx.pid; error_log error.log;
            events {}
            http {
              include /etc/nginx/mime.types; access_log off; gzip on; gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              {{documented}}
            }
            """);
        var nginx = Process.Start(new ProcessStartInfo(Program!, ["-p", folder.FullName, "-c", settings, "-e", "error.log"]) { RedirectStandardError = true })!;
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
            try
            {
                using var answer = await http.GetAsync(origin);
                return new FileServer(nginx, folder, origin);
            }
            catch (HttpRequestException) when (!nginx.HasExited && waited.Elapsed < TimeSpan.FromSeconds(10))
            {
            }
    }

    public async ValueTask DisposeAsync()
    {
        nginx.Kill();
        await nginx.WaitForExitAsync();
        nginx.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("```nginx\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Documented();
}
