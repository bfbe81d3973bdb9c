using System.Net;
using System.Net.Sockets;
using System.Text;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.CommandLine;

public sealed class ServerLifeTests
{
    // The server gives a visitor three seconds; the rest is for a machine that is at work.
    private static readonly TimeSpan Clean = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_taken_port_is_told_in_one_sentence()
    {
        using var folder = new TestFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        var sentence = (await Cli.ServeFails(folder, "--urls", url)).OneSentence();
        Assert.Contains(url, sentence, StringComparison.Ordinal);
        Assert.Contains("--urls", sentence, StringComparison.Ordinal);
        // Whoever looks after the site finds the whole story in the log file.
        Assert.Contains("AddressInUseException", await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(folder.Data, "logs")).Single(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_told_in_one_sentence()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        Assert.Contains("192.0.2.1", (await Cli.ServeFails(folder, "--urls", "http://192.0.2.1:5080")).OneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_termination_signal_ends_the_server_cleanly_even_with_a_visitor_who_is_in_no_hurry()
    {
        using var folder = new TestFolder();
        await using var server = Cli.Serve(folder, "--content", SmallCity.Write(folder.In("content"), 1));
        var address = new Uri(await Cli.Address(server));
        using var slow = new TcpClient();
        await slow.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await Http.Status(address.ToString().TrimEnd('/'), "/"));

        await using var signal = Child.Program("kill", folder.Path, "-TERM", $"{server.Id}");
        Assert.Equal(0, await signal.End());
        Assert.Equal(0, await server.End(Clean));
        new Ended(0, server.Out, server.Error).NoTrace();
        // Closed properly, the database is one file again, and so is the search index.
        Assert.Equal(["parkbrand.db", "search-*.db"], Directory.GetFiles(folder.Data).Select(f => Path.GetFileName(f) is var name && name.StartsWith("search-", StringComparison.Ordinal) ? $"search-*{Path.GetExtension(name)}" : name).Order(StringComparer.Ordinal));
    }
}
