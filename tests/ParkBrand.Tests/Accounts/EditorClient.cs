using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

/// <summary>A browser as far as signing in needs one: it keeps cookies, says where its requests come from, and follows nothing by itself.</summary>
internal sealed class EditorClient(Uri address) : IDisposable
{
    public const string Api = "/umbraco/management/api/v1";
    public const string Security = Api + "/security/back-office";
    public const string Verifier = "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-._~aBcDeFgHiJ";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Whole <c>Set-Cookie</c> headers, newest last.</summary>
    public List<string> SetCookies { get; } = [];

    public Guid Account { get; set; }

    /// <summary>Set when a proxy says how the browser came to it.</summary>
    public string? Forward { get; set; }

    private string Origin => $"{Forward ?? address.Scheme}://{address.Authority}";
    public string Redirect => Origin + "/umbraco/oauth_complete";
    public string Session => Cookies["parkbrand-session"];

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> Call(string path) => Get(Api + path);

    public Task<Answer> Json(HttpMethod method, string path, object? body = null) =>
        Send(new HttpRequestMessage(method, Api + path) { Content = body is null ? null : JsonContent.Create(body) });

    public Task<Answer> Form(string path, params (string Name, string Value)[] fields) => Form(path, fields.ToDictionary(f => f.Name, f => f.Value));

    public Task<Answer> Form(string path, IEnumerable<KeyValuePair<string, string>> fields) => Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    public async Task<Answer> Send(HttpRequestMessage request, bool sayOrigin = true)
    {
        using (request)
        {
            if (sayOrigin && request.Method != HttpMethod.Get && !request.Headers.Contains("Origin"))
                request.Headers.Add("Origin", Origin);
            if (Forward is not null)
                request.Headers.Add("X-Forwarded-Proto", Forward);
            if (Cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Keep(response);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
            return new Answer((int)response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            SetCookies.Add(cookie);
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : default;
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
    }

    /// <summary>Fills in and posts a form of a page, with the hidden fields that it holds.</summary>
    public async Task<Answer> Fill(string page, string action, params (string Name, string Value)[] fields)
    {
        var shown = await Get(page);
        Assert.Equal(200, shown.Status);
        return await Form(action, Hidden(shown).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    public static Dictionary<string, string> Hidden(Answer page) => Markup.Of(page).Document.QuerySelectorAll("input[type=hidden]")
        .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");

    public static string? Alert(Answer page) => Markup.Of(page).Document.QuerySelector("[role=alert]")?.TextContent;

    public Task<Answer> Password(string userName, string password, string page = "/umbraco/login") => Fill(page, "/umbraco/login", ("userName", userName), ("password", password));

    public string AuthorizePath(string? redirect = null, string client = "umbraco-back-office", string method = "S256") => QueryHelpers.AddQueryString(Security + "/authorize", new Dictionary<string, string?>
    {
        ["client_id"] = client, ["redirect_uri"] = redirect ?? Redirect, ["scope"] = "offline_access", ["response_type"] = "code", ["state"] = "s1", ["code_challenge_method"] = method,
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))), ["prompt"] = "consent", ["access_type"] = "offline",
    });

    /// <summary>From the sign-in page to the authorization code, as the client goes.</summary>
    public async Task<string> Code(string userName, string password)
    {
        var login = (await Get(AuthorizePath()))["Location"]!;
        var answer = await Password(userName, password, login);
        Assert.True(answer.Status == 303, $"{answer.Status} {Alert(answer)}");
        return CodeIn(await Get(answer["Location"]!));
    }

    public static string CodeIn(Answer authorized)
    {
        Assert.Equal(302, authorized.Status);
        var query = QueryHelpers.ParseQuery(new Uri(authorized["Location"]!).Query);
        Assert.Equal("s1", query["state"]);
        return query["code"]!;
    }

    public Task<Answer> Exchange(string code, string verifier = Verifier, string? redirect = null) => Form(Security + "/token",
        ("client_id", "umbraco-back-office"), ("redirect_uri", redirect ?? Redirect), ("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier));

    public Task<Answer> Refresh() =>
        Form(Security + "/token", ("client_id", "umbraco-back-office"), ("redirect_uri", Redirect), ("grant_type", "refresh_token"), ("refresh_token", "[redacted]"));

    public async Task SignIn(string userName, string password)
    {
        var granted = await Exchange(await Code(userName, password));
        Assert.True(granted.Status == 200, granted.Text);
    }

    /// <summary>200 while somebody is signed in, 401 otherwise.</summary>
    public async Task<int> WhoAmI() => (await Call("/user/current")).Status;

    public async Task<JsonNode> Read(string path)
    {
        var answer = await Call(path);
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Text}");
        return JsonNode.Parse(answer.Text)!;
    }

    public void Dispose() => http.Dispose();
}
