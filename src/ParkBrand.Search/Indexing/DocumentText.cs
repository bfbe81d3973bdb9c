using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Values;

namespace ParkBrand.Search.Indexing;

/// <summary>What of a document is searched in one language: its title, what it is about, and everything else it says.</summary>
/// <param name="Home">Names of the park, sector and district that a record belongs to.</param>
internal sealed record DocumentText(string Title, string Tags, string Body, string Home)
{
    private static readonly HashSet<string> Unsearched =
        // What a park turns away must not bring visitors who look for it; the others are for people, not for words.
        ["excluded", "contactEmail", "email", "contactPhone", "phone", "aiProvenance", "filing", "policies", "story", "apply"];

    private static readonly HashSet<string> Telling = ["niche", "tagline", "shortName", "employer", "provider", "issuer", "columnGrid"];

    /// <summary>Changes when, and only when, what is in the index would change.</summary>
    public long Print => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\u0001{Tags}\u0001{Body}\u0001{Home}")));

    /// <returns>Null where the document is not published in the language itself: readers of another one find it by its own.</returns>
    public static DocumentText? Of(PublishedDocument document, int culture, Snapshot snapshot)
    {
        if (!document.IsIn(culture) || document.Path is null or "/" || document.In(culture, snapshot.Schema) is not { } variant)
            return null;
        var (tags, body, home) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var other = 0; other < snapshot.Schema.Languages.Count; other++)
        {
            if (other != culture && document.IsIn(other))
                Line(tags, document.In(other, snapshot.Schema)!.Name);
            Line(tags, TypeName(document.Type, other));
        }

        foreach (var property in document.Type.Properties)
            if (!Unsearched.Contains(property.Alias) && variant.Values[property] is { } value)
                Add(property, value, snapshot, tags, body);
        if (snapshot.Find(document.ParentId) is { Type.Alias: "park" } park)
            Inherit(park, snapshot, home);
        return new DocumentText(variant.Name, tags.ToString(), body.ToString(), home.ToString());
    }

    private static string TypeName(DocumentType type, int culture) => culture == 0 ? type.Name : type.Alias;

    private static void Add(Property property, object value, Snapshot snapshot, StringBuilder tags, StringBuilder body)
    {
        switch (value)
        {
            case string choice when property.DataType.Kind == ValueKind.Choice:
                Choice(property, choice, snapshot, tags);
                break;
            case string text:
                Line(Telling.Contains(property.Alias) ? tags : body, property.DataType.Kind == ValueKind.Markdown ? MarkdownText.Plain(text) : text);
                break;
            case true:
                for (var culture = 0; culture < snapshot.Schema.Languages.Count && property.Alias != "sample"; culture++)
                    Line(tags, property.Name.In(culture));
                break;
            case string[] choices when property.DataType.Kind == ValueKind.Choices:
                foreach (var choice in choices)
                    Choice(property, choice, snapshot, tags);
                break;
            case string[] texts:
                foreach (var text in texts)
                    Line(tags, text);
                break;
            case Guid id when property.DataType.Kind == ValueKind.Document:
                Names(snapshot.Find(id), snapshot, tags);
                break;
            case Guid[] ids when property.DataType.Kind == ValueKind.Documents:
                foreach (var id in ids)
                    Names(snapshot.Find(id), snapshot, tags);
                break;
            case PublishedValues[] blocks:
                foreach (var block in blocks)
                    foreach (var inner in block.Holder.Properties)
                        if (block[inner] is { } said && inner.DataType.Kind is not (ValueKind.Document or ValueKind.Documents))
                            Add(inner, said, snapshot, body, body);
                break;
        }
    }

    /// <summary>A record is found by its park, sector and district too.</summary>
    private static void Inherit(PublishedDocument park, Snapshot snapshot, StringBuilder home)
    {
        Names(park, snapshot, home);
        for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
            if (park.IsIn(culture))
                Line(home, park.In(culture, snapshot.Schema)!.Values.Text("niche") ?? "");
        var values = park.In(0, snapshot.Schema)?.Values;
        Names(snapshot.Find(values?.Reference("sector")), snapshot, home);
        Names(snapshot.Find(values?.Reference("district")), snapshot, home);
    }

    private static void Choice(Property property, string choice, Snapshot snapshot, StringBuilder text)
    {
        if (property.DataType.Item(choice) is not { } item || choice == "none")
            return;
        for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
            Line(text, item.Name.In(culture));
    }

    private static void Names(PublishedDocument? document, Snapshot snapshot, StringBuilder text)
    {
        for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
            if (document?.IsIn(culture) == true)
                Line(text, document.In(culture, snapshot.Schema)!.Name);
    }

    private static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0)
            text.Append(line).Append('\n');
    }
}
