namespace ParkBrand.FaultTests.Support;

/// <summary>What a verb of the command line ended with.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    /// <summary>Fails unless the verb gave up in one sentence for people: no stack trace, no type names, one line.</summary>
    public string OneSentence(int code = 1)
    {
        var all = $"exit {Code}\n{Out}\n---\n{Error}";
        Assert.True(Code == code, all);
        Assert.True(Error.Split('\n').Length == 1 && Error.Length is > 20 and < 400 && Error.EndsWith('.'), all);
        NoTrace();
        return Error;
    }

    public void NoTrace()
    {
        foreach (var sign in new[] { "   at ", "Exception", "Unhandled", "--->" })
            Assert.DoesNotContain(sign, Out + Error, StringComparison.Ordinal);
    }

    public Ended Ok()
    {
        Assert.True(Code == 0, $"exit {Code}\n{Out}\n---\n{Error}");
        return this;
    }
}

internal static class Cli
{
    /// <summary>Runs a verb in the test's folder, with its data folder and the real schema unless named otherwise.</summary>
    public static async Task<Ended> Run(TestFolder folder, params string[] args)
    {
        await using var child = Child.ParkBrand(folder.Path, WithDefaults(folder, args));
        var code = await child.End();
        return new Ended(code, child.Out, child.Error);
    }

    public static Task<Ended> Import(TestFolder folder, string content, params string[] more) => Run(folder, ["import", "--content", content, .. more]);

    /// <summary>Starts the real server on a free port of the loopback.</summary>
    public static Child Serve(TestFolder folder, params string[] more) => Child.ParkBrand(folder.Path, WithDefaults(folder, ["serve", .. more]));

    public static async Task<Ended> ServeFails(TestFolder folder, params string[] more)
    {
        await using var child = Serve(folder, more);
        var code = await child.End();
        return new Ended(code, child.Out, child.Error);
    }

    /// <summary>The address at which a server says that it serves.</summary>
    public static async Task<string> Address(Child server)
    {
        var line = await server.Said(l => l.StartsWith("ParkBrand is serving", StringComparison.Ordinal));
        return line.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('/');
    }

    public static string[] WithDefaults(TestFolder folder, string[] args)
    {
        List<string> all = [.. args];
        void Default(string name, string value)
        {
            if (!args.Any(a => a == name || a.StartsWith(name + "=", StringComparison.Ordinal)))
                all.AddRange([name, value]);
        }

        if (args is ["serve" or "import" or "export" or "schema" or "user", ..])
            Default("--schema", Repository.Schema);
        if (args is ["serve" or "import" or "export" or "user", ..])
            Default("--data", folder.Data);
        if (args is ["serve", ..])
            Default("--urls", "http://127.0.0.1:0");
        return [.. all];
    }
}
