using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>The real server with the real city; who is signed in is said by a header, which only this test host believes.</summary>
public sealed class EditorsHouse : IAsyncLifetime
{
    public const string Api = "/umbraco/management/api/v1/";
    internal const string Header = "X-Test-Editor";

    private readonly RunningSite site = new() { Also = services => services.AddTransient<IStartupFilter, SignIn>() };

    internal RunningSite Site => site;
    internal ContentSchema Schema => Get<ContentSchema>();
    internal T Get<T>() where T : notnull => site.Get<T>();

    public ValueTask InitializeAsync() => site.InitializeAsync();
    public ValueTask DisposeAsync() => site.DisposeAsync();

    internal async Task<Reply> Send(string? person, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : Api + path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (person is not null)
            request.Headers.Add(Header, person);
        request.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        if (body is not null)
            request.Content = body is string raw ? new StringContent(raw, System.Text.Encoding.UTF8, "application/json") : JsonContent.Create(body);
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, text, response.Headers.TryGetValues("Umb-Generated-Resource", out var made) ? Guid.Parse(made.Single()) : null);
    }

    internal async Task<Reply> SendForm(string person, string path, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Api + path) { Content = form };
        request.Headers.Add(Header, person);
        request.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), null);
    }

    internal Task<Reply> Get(string? person, string path) => Send(person, HttpMethod.Get, path);
    internal Task<Reply> Post(string? person, string path, object? body = null) => Send(person, HttpMethod.Post, path, body ?? new { });
    internal Task<Reply> Put(string? person, string path, object? body = null) => Send(person, HttpMethod.Put, path, body ?? new { });
    internal Task<Reply> Delete(string? person, string path) => Send(person, HttpMethod.Delete, path);

    internal Guid Document(string slug, string type) => Get<Database>().Read(c => c.ExecuteScalar<string>("SELECT id FROM document WHERE slug = @slug AND type = @type", new { slug, type })) is { } id
        ? Guid.Parse(id)
        : throw new InvalidOperationException($"there is no {type} {slug}");

    internal static Guid Type(string alias) => EditorSchema.OfDocument(alias);

    /// <summary>Everything that an operation could change, to show that a refused one changed nothing.</summary>
    internal string Everything() => Get<Database>().Read(c => string.Join('\n',
        new[] { "document", "version", "publication", "schedule", "reference", "redirect", "media", "audit", "change" }
            .Select(t => $"{t}: " + string.Join('|', c.Query<dynamic>($"SELECT * FROM {t} ORDER BY 1, 2, 3").Select(r => string.Join(',', ((IDictionary<string, object?>)r).Values))))));

    private sealed class SignIn(ContentSchema schema) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                // group, group:start node, or language/group
                if (http.Request.Headers[Header] is [{ Length: > 0 } said])
                {
                    var parts = said.Split('/')[^1].Split(':');
                    var actor = new Actor(parts[0], parts[0] == "nobody" ? [] : [schema.UserGroups[parts[0]]], parts.Length > 1 ? Guid.Parse(parts[1]) : null);
                    var account = SchemaId.Of("editor", string.Join(':', parts));
                    http.Features.Set(new Editor(account, actor with { Account = account }));
                    if (said.Contains('/', StringComparison.Ordinal))
                        http.Features.Set(new EditorLanguage(said.Split('/')[0]));
                }

                return rest(http);
            });
            next(app);
        };
    }
}

internal sealed record Reply(HttpStatusCode Status, string Text, Guid? Made)
{
    public int Code => (int)Status;
    public JsonNode Json => JsonNode.Parse(Text)!;

    public Reply Is(int status)
    {
        Assert.True(Code == status, $"{Code} instead of {status}: {Text}");
        return this;
    }
}

[CollectionDefinition(nameof(EditorsHouse))]
public sealed class SharedHouse : ICollectionFixture<EditorsHouse>;
