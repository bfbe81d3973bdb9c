using System.Collections.Frozen;
using System.Text.Json;

namespace ParkBrand.Backoffice.Client;

/// <summary>Where the bundled client lies. Registered only by who wants it from elsewhere than beside the program.</summary>
internal sealed record ClientFolder(string Path)
{
    public static ClientFolder BesideTheProgram { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "backoffice"));
}

/// <summary>The bundled client as tools/backoffice left it. Only the files that it lists itself are ever served.</summary>
internal sealed class ClientBundle
{
    private sealed record Description(string Extension, Dictionary<string, string> Graphics, string[] Files);

    /// <summary>Null when the client was not bundled.</summary>
    public static ClientBundle? Load(ClientFolder folder) => File.Exists(Path.Combine(folder.Path, "client.json")) ? new(folder.Path) : null;

    private ClientBundle(string folder)
    {
        var description = JsonSerializer.Deserialize<Description>(File.ReadAllText(Path.Combine(folder, "client.json")), JsonSerializerOptions.Web)!;
        Page = File.ReadAllText(Path.Combine(folder, "page.html")).Split("{{nonce}}");
        Extension = description.Extension;
        Graphics = description.Graphics.ToFrozenDictionary();
        Files = description.Files.ToFrozenDictionary(name => name, name => new ClientFile(name, Path.Combine(folder, name)));
    }

    /// <summary>The host page in pieces; the nonce of the answer goes between them.</summary>
    public string[] Page { get; }

    /// <summary>The script with our extensions.</summary>
    public string Extension { get; }

    /// <summary>Which file is the logo and so on, by the names under which the client asks.</summary>
    public FrozenDictionary<string, string> Graphics { get; }

    public FrozenDictionary<string, ClientFile> Files { get; }
}
