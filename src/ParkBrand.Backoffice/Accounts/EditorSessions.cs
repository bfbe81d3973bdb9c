using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>The session a request came with.</summary>
internal sealed record EditorSession(string Hash, DateTimeOffset ExpiresAt);

/// <summary>
/// Sessions live in the database and nowhere else: a lookup by primary key on every request costs less than a bug in a cache would, and a session
/// that was ended by another process is over at once.
/// </summary>
internal sealed class EditorSessions(AccountSessions sessions, ContentSchema schema, AccountPolicy policy, AccountCookies cookies, TimeProvider clock)
{
    /// <summary>Sets the editor on the request when its session holds.</summary>
    public async Task Recognize(HttpContext http)
    {
        if (cookies.Session(http) is not { } id || Valid(AccountSecrets.HashOf(id)) is not var (session, account))
            return;
        http.Features.Set(new Editor(account.Id, ActorOf(account)));
        http.Features.Set(new EditorLanguage(account.Language));
        http.Features.Set(new EditorSession(session.Hash, session.ExpiresAt));
        if (clock.GetUtcNow() - session.LastUsedAt >= policy.TouchEvery)
            await sessions.Touch(session.Hash, http.RequestAborted);
    }

    /// <summary>Whom a session lets in, with the rights of this moment; null when it is over.</summary>
    public Actor? Holder(string hash) => Valid(hash) is var (_, account) ? ActorOf(account) : null;

    private (AccountSession Session, Account Account)? Valid(string hash)
    {
        var now = clock.GetUtcNow();
        return sessions.Find(hash) is var (session, account) && session.ExpiresAt > now && session.LastUsedAt + policy.Idle > now && session.Stamp == account.SecurityStamp && account.State == AccountState.Active
            && !SecondFactor.IsMissing(schema, account)
            ? (session, account)
            : null;
    }

    /// <summary>Told when a person's session goes on under a new id: hash of the old one, hash of the new one.</summary>
    public event Action<string, string>? Renewed;

    public async Task Open(HttpContext http, Account account, string? codeHash)
    {
        var (id, now) = (AccountSecrets.NewToken(), clock.GetUtcNow());
        var session = new AccountSession(AccountSecrets.HashOf(id), account.Id, account.SecurityStamp, codeHash, Browser.FamilyOf(http.Request.Headers.UserAgent), now, now, now + policy.Longest);
        await sessions.Open(session, http.RequestAborted);
        if (http.Features.Get<EditorSession>() is { } old)
        {
            if (Editor.Of(http)?.Id == account.Id)
                Renewed?.Invoke(old.Hash, session.Hash);
            await sessions.Close(old.Hash, http.RequestAborted);
        }

        cookies.SetSession(http, id);
    }

    public async Task Close(HttpContext http)
    {
        if (cookies.Session(http) is { } id)
            await sessions.Close(AccountSecrets.HashOf(id), http.RequestAborted);
        cookies.Clear(http);
    }

    public Actor ActorOf(Account account) => new(account.Name, [.. account.Groups.Where(schema.UserGroups.ContainsKey).Select(g => schema.UserGroups[g])], account.StartNode) { Account = account.Id };
}
