using System.Collections.Frozen;
using System.Text.Json;

namespace ParkBrand.Backoffice.Client;

/// <summary>The bundled client as tools/backoffice left it beside the program. Only what the folder held at the start is ever served.</summary>
internal sealed class ClientBundle
{
    private sealed record Description(string Extension, Dictionary<string, string> Graphics);

    /// <summary>Null when the client was not bundled.</summary>
    public static ClientBundle? Load(string folder) => File.Exists(Path.Combine(folder, "client.json")) ? new(folder) : null;

    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "backoffice");

    private ClientBundle(string folder)
    {
        var description = JsonSerializer.Deserialize<Description>(File.ReadAllText(Path.Combine(folder, "client.json")), JsonSerializerOptions.Web)!;
        Page = File.ReadAllText(Path.Combine(folder, "page.html")).Split("{{nonce}}");
        Extension = description.Extension;
        Graphics = description.Graphics.ToFrozenDictionary();
        Files = Directory.EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is not (".html" or ".json"))
            .GroupBy(file => Path.GetExtension(file) is ".br" or ".gz" ? Path.GetFileNameWithoutExtension(file) : Path.GetFileName(file))
            .Where(group => ClientFile.TypeOf(group.Key) is not null)
            .ToFrozenDictionary(group => group.Key, group => new ClientFile(group.Key, [.. group]));
    }

    /// <summary>The host page in pieces; the nonce of the answer goes between them.</summary>
    public string[] Page { get; }

    /// <summary>The script with our extensions.</summary>
    public string Extension { get; }

    /// <summary>Which file is the logo and so on, by the names under which the client asks.</summary>
    public FrozenDictionary<string, string> Graphics { get; }

    public FrozenDictionary<string, ClientFile> Files { get; }
}
