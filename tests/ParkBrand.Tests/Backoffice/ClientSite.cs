using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Client;
using ParkBrand.Content.Access;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>The real server with a client of a few small files, so that these tests need no bundle. Who sends the header X-Test-Editor is signed in.</summary>
public sealed class ClientSite : IAsyncLifetime
{
    public const string Script = "export const words = '昆山';";

    private readonly TestFolder folder = new();

    internal RunningSite Site { get; }

    public ClientSite()
    {
        Write("page.html", "<script type=\"importmap\" nonce=\"{{nonce}}\">{}</script>");
        Write("client.json", """{ "extension": "parkbrand-1.js", "graphics": { "logo": "logo-1.svg" }, "files": ["parkbrand-1.js", "logo-1.svg", "font-1.woff2"] }""");
        Write("font-1.woff2", "font");
        Write("later.js", "was not listed");
        Packed("parkbrand-1.js", Script);
        Packed("logo-1.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Site = new() { Also = services => services.AddSingleton(new ClientFolder(folder.Path)).AddSingleton<IStartupFilter, SignedIn>() };
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.Path, name), text);

    private void Packed(string name, string text)
    {
        using (var brotli = new BrotliStream(File.Create(Path.Combine(folder.Path, name + ".br")), CompressionLevel.Optimal))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        using (var gzip = new GZipStream(File.Create(Path.Combine(folder.Path, name + ".gz")), CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
    }

    public ValueTask InitializeAsync() => Site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Dispose();
    }

    private sealed class SignedIn : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                if (http.Request.Headers.ContainsKey("X-Test-Editor"))
                    http.Features.Set(new Editor(Guid.NewGuid(), Actor.Site("test")));
                return go(http);
            });
            next(app);
        };
    }
}
