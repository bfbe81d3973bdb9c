namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>Sets groups and start nodes. They count from the person's next request.</summary>
internal sealed class SetRights(AccountRights rights)
{
    internal sealed record Command(IReadOnlyList<string> Groups, Guid? StartNode, Guid? MediaStartNode);

    public async Task<UserOutcome> Execute(Editor by, Guid id, Command command, CancellationToken cancel)
    {
        if (rights.Find(by, id) is not { } account)
            return UserOutcome.NotFound;
        if (rights.Problem(by, command.Groups, command.StartNode) is { } problem)
            return UserOutcome.Invalid(problem);
        if (account.Id == by.Id && !rights.GivesUsers(command.Groups))
            return UserOutcome.Invalid("notYourself");
        var before = string.Join(", ", account.Groups);
        (account.Groups, account.StartNode, account.MediaStartNode) = (command.Groups, command.StartNode, command.MediaStartNode);
        return await rights.Save(by, account, "rights", $"{before} → {string.Join(", ", account.Groups)}; start {account.StartNode?.ToString() ?? "-"}", cancel);
    }
}
