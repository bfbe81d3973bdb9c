using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Tools;

/// <param name="Description">In English, for a model.</param>
/// <param name="Schema">JSON Schema of the arguments, an object.</param>
public sealed record PublishedTool(string Name, string Description, JsonElement Schema);

/// <summary>
/// What a machine may ask of what is published: the very tools that the site's own language model has, with addresses. They
/// read and change nothing. Texts that speak to machines rather than to readers are left out, as they are for that model.
/// </summary>
public sealed class PublishedTools
{
    private readonly SnapshotSource snapshots;
    private readonly SiteSearch search;
    private readonly TimeProvider clock;
    private readonly Lazy<IReadOnlyList<Words>> words;

    internal PublishedTools(SnapshotSource snapshots, SiteSearch search, TimeProvider clock)
    {
        (this.snapshots, this.search, this.clock) = (snapshots, search, clock);
        words = new(() => Words.Read(snapshots.Current.Schema));
    }

    public IReadOnlyList<PublishedTool> All => [.. new Toolbox(Desk(0, "")).All.Select(t => new PublishedTool(t.Name, t.Description, t.JsonSchema))];

    /// <param name="culture">Index of the language in the schema; what is not published in it does not exist here.</param>
    /// <param name="publicUrl">Scheme and host of the addresses in the result.</param>
    /// <returns>JSON: published facts, each with its field, value and the day on which it was confirmed.</returns>
    /// <exception cref="FormatException">Says which tool there is, or what the arguments have to be.</exception>
    public async ValueTask<string> Call(string name, IEnumerable<KeyValuePair<string, object?>> arguments, int culture, string publicUrl, CancellationToken cancellation)
    {
        var tools = new Toolbox(Desk(culture, publicUrl)).All;
        var tool = tools.FirstOrDefault(t => t.Name == name) ?? throw new FormatException($"There is no tool '{name}'. There are: {string.Join(", ", tools.Select(t => t.Name))}.");
        return Toolbox.Json((await tool.InvokeAsync(new AIFunctionArguments(arguments.ToDictionary()), cancellation))!);
    }

    /// <summary>A document as Markdown: its name, its facts with labels and units, its texts, and where it stands.</summary>
    /// <param name="path">Its address, without the language.</param>
    /// <returns>Null where nothing is published in this language.</returns>
    public string? Read(string path, int culture, string publicUrl)
    {
        var desk = Desk(culture, publicUrl);
        if (desk.Find(path) is not { } document)
            return null;
        var (sources, text) = (desk.Sources, new StringBuilder());
        text.Append("# ").AppendLine(sources.Name(document)).AppendLine();
        foreach (var citation in Tools.Desk.Facts(document).Select(a => sources.Cite(document, a)).OfType<Citation>())
            text.Append("- ").Append(citation.Field).Append(": ").AppendLine(citation.Value.ReplaceLineEndings(" "));
        foreach (var prose in Prose(sources.Values(document)))
            text.AppendLine().AppendLine(prose);
        return Screen.Visible(text.AppendLine().Append('<').Append(publicUrl).Append(sources.Url(document)).AppendLine(">").ToString());
    }

    /// <summary>Paragraphs of the longer texts; those that speak to machines are left out.</summary>
    private static IEnumerable<string> Prose(PublishedValues values) => values.Holder.Properties.SelectMany(p => values[p] switch
    {
        string text when p.DataType.Kind == ValueKind.Markdown => text.Split("\n\n").Where(t => !Planted.Speaks(t)),
        PublishedValues[] blocks => blocks.SelectMany(Prose),
        _ => [],
    });

    private Desk Desk(int culture, string publicUrl) => new(new Sources(snapshots.Current, words.Value[culture]), search, ChinaTime.Today(clock), publicUrl);
}
