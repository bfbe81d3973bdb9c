using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Content;
using ParkBrand.Content.Access;

namespace ParkBrand.Web.Verbs;

/// <summary>Accounts from the shell of the server: <c>parkbrand user list</c>. What the pages refuse is refused here too, by the same use cases.</summary>
internal static class User
{
    private const string Form = """
        parkbrand user list
        parkbrand user add NAME --group ALIAS[,ALIAS] [--name TEXT] [--email ADDRESS] [--start-node ID]
        parkbrand user groups NAME --group ALIAS[,ALIAS] [--start-node ID]
        parkbrand user password|disable|enable|two-factor-reset|sign-out NAME
        Each takes --data DIR and --schema FILE.
        """;

    /// <summary>Whoever reaches the server's shell reaches its data too.</summary>
    private static readonly Editor Shell = new(Guid.Empty, Actor.Site("command line"));

    public static async Task<int> Run(string[] args)
    {
        if (args is not [var what, .. var rest] || (what != "list" && rest is not [not ['-', '-', ..], ..]))
            return await Refuse(Form);
        var name = what == "list" ? "" : rest[0];
        string[] own = what switch { "add" => ["--group", "--name", "--email", "--start-node"], "groups" => ["--group", "--start-node"], _ => [] };
        if (Options.Parse(what == "list" ? rest : rest[1..], [.. own, "--data", "--schema"]) is not { } options)
            return 2;
        if (options["--start-node"] is { } text && !Guid.TryParse(text, out _))
            return await Refuse($"--start-node is the id of a document, not “{text}”.");
        return what switch
        {
            "list" => await Engine.With(options, List, AddRules(options)),
            "add" => await Engine.With(options, services => Add(services, name, options), AddRules(options)),
            "groups" or "password" or "disable" or "enable" or "two-factor-reset" or "sign-out" => await Engine.With(options, services => Change(services, what, name, options), AddRules(options)),
            _ => await Refuse(Form),
        };
    }

    private static Action<IServiceCollection> AddRules(Options options) => services => services.AddLogging().AddAccountRules(options.DataFolder);

    private static Task<int> List(IServiceProvider services)
    {
        foreach (var a in services.GetRequiredService<StoredAccounts>().List(null, 0, int.MaxValue).Page)
            Console.WriteLine(string.Join("  ", a.UserName.PadRight(24), a.State.ToString().ToLowerInvariant().PadRight(8), (a.TotpSecret is null ? "password" : "two-factor").PadRight(10),
                (a.LastSignedInAt is { } at ? ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "never").PadRight(16), string.Join(',', a.Groups), a.Name));
        return Task.FromResult(0);
    }

    private static async Task<int> Add(IServiceProvider services, string name, Options options) => await Say(await services.GetRequiredService<InviteUser>().Execute(
        Shell, new InviteUser.Command(name, options["--name"] ?? name, options["--email"], Groups(options), StartNode(options), null), CancellationToken.None), $"{name} was added.");

    private static async Task<int> Change(IServiceProvider services, string what, string name, Options options)
    {
        var rules = services.GetRequiredService<AccountRules>();
        if (services.GetRequiredService<StoredAccounts>().FindByName(rules.NormalizeName(name) ?? "") is not { } account)
            return await Refuse($"There is no account “{name}”. All of them: parkbrand user list", code: 1);
        var cancel = CancellationToken.None;
        return await Say(what switch
        {
            "password" => await services.GetRequiredService<RenewLink>().Execute(Shell, account.Id, cancel),
            "disable" => await services.GetRequiredService<SwitchUser>().Execute(Shell, account.Id, enabled: false, cancel),
            "enable" => await services.GetRequiredService<SwitchUser>().Execute(Shell, account.Id, enabled: true, cancel),
            "two-factor-reset" => await services.GetRequiredService<ResetTwoFactor>().Execute(Shell, account.Id, cancel),
            "groups" => await services.GetRequiredService<SetRights>().Execute(Shell, account.Id, new SetRights.Command(Groups(options), StartNode(options) ?? account.StartNode, account.MediaStartNode), cancel),
            _ => await services.GetRequiredService<SignOutUser>().Execute(Shell, account.Id, cancel),
        }, $"{account.UserName}: done.");
    }

    private static async Task<int> Say(UserOutcome outcome, string done)
    {
        if (!outcome.IsOk)
            return await Refuse(AccountTexts.In(AccountTexts.English)[outcome.Text!], code: 1);
        Console.WriteLine(done);
        if (outcome.Link is { } link)
            Console.WriteLine($"Hand this over; it works once, until {ChinaTime.Of(outcome.Until!.Value):yyyy-MM-dd HH:mm}: SITE{link}");
        return 0;
    }

    private static string[] Groups(Options options) => options["--group"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    private static Guid? StartNode(Options options) => options["--start-node"] is { } text ? Guid.Parse(text) : null;

    private static async Task<int> Refuse(string sentence, int code = 2)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
