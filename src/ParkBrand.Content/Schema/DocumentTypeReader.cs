using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ParkBrand.Content.Schema;

internal sealed partial class DocumentTypeReader(PropertyReader properties, Dictionary<string, WorkflowDefinition> workflows)
{
    private static readonly FrozenSet<string> Keys =
        ["alias", "name", "icon", "variesByCulture", "allowedAtRoot", "route", "folder", "allowedChildren", "childrenByAddress", "workflow",
         "expires", "body", "orderBy", "compositions", "groups"];

    // Literal segments, {slug} once at the end, {parent} at most once before it.
    [GeneratedRegex("^/\\z|^(/[a-z0-9-]+)*(/\\{parent\\})?(/[a-z0-9-]+)*/\\{slug\\}\\z")]
    private static partial Regex RoutePattern();

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*\\z")]
    private static partial Regex FolderPattern();

    public Dictionary<string, DocumentType> Read(JsonCursor root)
    {
        var compositions = PropertyReader.Compositions(root);
        foreach (var composition in compositions.Values)
            properties.ReadGroups(composition, ["$document"]); // says what is wrong with one that no type uses
        var types = new Dictionary<string, DocumentType>();
        foreach (var item in root.Items("documentTypes"))
        {
            if (!item.IsObject(Keys))
                continue;
            var type = ReadOne(item, compositions);
            item.Register(types, type.Alias, type, "document type");
        }

        return types;
    }

    private DocumentType ReadOne(JsonCursor item, Dictionary<string, JsonCursor> compositions)
    {
        var taken = new HashSet<string> { "$document" };
        var groups = properties.ReadGroups(item, taken);
        foreach (var alias in item.Texts("compositions"))
            if (compositions.TryGetValue(alias, out var composition))
                groups.AddRange(properties.ReadGroups(composition, taken));
            else
                item.Problem("compositions", $"'{alias}' is not a composition");

        var route = item.OptionalText("route");
        if (route is not null && !RoutePattern().IsMatch(route))
            item.Problem("route", "must be / or a path of a-z, 0-9 and - that ends in /{slug}, with /{parent} before it at most once");
        var folder = item.OptionalText("folder");
        if (folder is not null && !FolderPattern().IsMatch(folder))
            item.Problem("folder", "must be a folder of a-z, 0-9 and -");
        item.Flag("variesByCulture");
        var workflowAlias = item.Text("workflow");
        if (!workflows.TryGetValue(workflowAlias, out var workflow) && workflowAlias.Length > 0)
            item.Problem("workflow", $"'{workflowAlias}' is not a workflow");

        var type = new DocumentType
        {
            Alias = item.Alias(),
            Name = item.Text("name"),
            Icon = item.OptionalText("icon"),
            Route = route,
            Folder = folder,
            AllowedAtRoot = item.Flag("allowedAtRoot"),
            AllowedChildren = item.Texts("allowedChildren").ToFrozenSet(),
            ChildrenByAddress = item.Flag("childrenByAddress"),
            Workflow = workflow ?? new WorkflowDefinition(workflowAlias, "", 0, 0),
            Groups = groups,
        };
        type.Seal();
        type.Expires = Named(item, type, "expires", p => p.DataType.Kind == ValueKind.Date && !p.Variant, "an invariant date");
        type.OrderBy = Named(item, type, "orderBy", p => p.DataType.Kind == ValueKind.Date && !p.Variant, "an invariant date");
        type.Body = Named(item, type, "body", p => p.Variant && (p.DataType.Kind == ValueKind.Markdown || (p.DataType.Kind == ValueKind.Blocks && p.DataType.Accept.Contains("text"))),
            "a variant text, or a variant block list that accepts 'text',");
        return type;
    }

    private static Property? Named(JsonCursor item, DocumentType type, string key, Func<Property, bool> fits, string what)
    {
        if (item.OptionalText(key) is not { } alias)
            return null;
        var property = type.Find(alias);
        if (property is null || (property.DataType != PropertyReader.Unknown && !fits(property)))
            item.Problem(key, $"'{alias}' must be {what} of this type");
        return property;
    }
}
