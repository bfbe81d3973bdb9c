using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>Makes an account that has no password yet, and the link by which its person chooses one. No mail is sent: whoever invites hands the link over.</summary>
internal sealed class InviteUser(AccountRights rights, AccountRules rules, StoredAccounts accounts, Tickets tickets, AccountPolicy policy, TimeProvider clock)
{
    private const int LongestName = 80, LongestEmail = 120;

    /// <param name="Groups">Aliases of user groups.</param>
    /// <param name="StartNode">Needed for groups that reach only their own start node.</param>
    internal sealed record Command(string UserName, string Name, string? Email, IReadOnlyList<string> Groups, Guid? StartNode, Guid? MediaStartNode);

    public async Task<UserOutcome> Execute(Editor by, Command command, CancellationToken cancel)
    {
        if (!by.Actor.LooksAfterAccounts)
            return UserOutcome.NotFound;
        if (rights.Problem(by, command.Groups, command.StartNode) is { } problem)
            return UserOutcome.Invalid(problem);
        var account = new Account
        {
            Id = Guid.NewGuid(), UserName = command.UserName.Trim(), Name = command.Name.Trim(), Email = string.IsNullOrWhiteSpace(command.Email) ? null : command.Email.Trim(),
            State = AccountState.Invited, Groups = command.Groups, StartNode = command.StartNode, MediaStartNode = command.MediaStartNode,
        };
        AccountRules.Restamp(account);
        account.NormalizedName = rules.NormalizeName(account.UserName) ?? "";
        if (account.UserName.Length is < 2 or > LongestName || account.Name.Length is 0 or > LongestName || account.Email?.Length > LongestEmail || account.Name.Any(char.IsControl))
            return UserOutcome.Invalid("namesNeeded");
        if (account.UserName.Any(c => !rules.Options.User.AllowedUserNameCharacters.Contains(c)))
            return UserOutcome.Invalid("userNameSigns");
        if (await accounts.Add(account, new AccountTrail(by.Actor.Name, "invite", string.Join(", ", account.Groups)), cancel: cancel) != AccountOutcome.Saved)
            return UserOutcome.Invalid("nameTaken");
        return await LinkFor(account, tickets, policy, clock, cancel);
    }

    /// <summary>A new link; links given out before stop working.</summary>
    public static async Task<UserOutcome> LinkFor(Account account, Tickets tickets, AccountPolicy policy, TimeProvider clock, CancellationToken cancel)
    {
        var purpose = account.State == AccountState.Invited ? Tickets.Invitation : Tickets.Password;
        var token = await tickets.Issue(account, purpose, policy.InvitationLife, replace: true, cancel: cancel);
        return UserOutcome.Done(account.Id) with { Link = AccountPage.With(AccountPages.Welcome, ("link", token)), Until = clock.GetUtcNow() + policy.InvitationLife };
    }
}
