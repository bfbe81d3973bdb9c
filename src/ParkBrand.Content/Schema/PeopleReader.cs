using System.Collections.Frozen;

namespace ParkBrand.Content.Schema;

/// <summary>Workflows, user groups and media types: the parts of the schema that say who may do what with which files.</summary>
internal static class PeopleReader
{
    private static readonly FrozenSet<string> WorkflowKeys = ["alias", "name", "reviews", "proofreads"];
    private static readonly FrozenSet<string> GroupKeys = ["alias", "name", "permissions", "types", "ownStartNode", "twoFactor"];
    private static readonly FrozenSet<string> MediaKeys = ["alias", "name", "extensions", "maxBytes"];

    public static Dictionary<string, WorkflowDefinition> ReadWorkflows(JsonCursor root)
    {
        var workflows = new Dictionary<string, WorkflowDefinition>();
        foreach (var item in root.Items("workflows"))
        {
            if (!item.IsObject(WorkflowKeys))
                continue;
            var workflow = new WorkflowDefinition(item.Alias(), item.Text("name"), (int?)item.Whole("reviews", 0, 5) ?? 0, (int?)item.Whole("proofreads", 0, 5) ?? 0);
            item.Register(workflows, workflow.Alias, workflow, "workflow");
        }

        return workflows;
    }

    public static List<MediaType> ReadMediaTypes(JsonCursor root)
    {
        var types = new Dictionary<string, MediaType>();
        var extensions = new HashSet<string>();
        foreach (var item in root.Items("mediaTypes"))
        {
            if (!item.IsObject(MediaKeys))
                continue;
            if (item.Child("maxBytes") is null)
                item.Problem("maxBytes", "is missing");
            var type = new MediaType(item.Alias(), item.Text("name"), item.Texts("extensions", required: true), item.Whole("maxBytes", 1, 1_000_000_000_000) ?? 1);
            foreach (var extension in type.Extensions)
                if (extension.Length == 0 || extension.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)))
                    item.Problem("extensions", $"'{extension}' must be lower-case letters and digits, without a dot");
                else if (!extensions.Add(extension))
                    item.Problem("extensions", $"'{extension}' belongs to another media type or stands twice");
            item.Register(types, type.Alias, type, "media type");
        }

        return [.. types.Values];
    }

    public static Dictionary<string, UserGroup> ReadUserGroups(JsonCursor root, HashSet<string> documentTypes)
    {
        var groups = new Dictionary<string, UserGroup>();
        foreach (var item in root.Items("userGroups"))
        {
            if (!item.IsObject(GroupKeys))
                continue;
            var permissions = item.Texts("permissions", required: true);
            foreach (var unknown in permissions.Where(p => !Access.Permissions.All.Contains(p)))
                item.Problem("permissions", $"'{unknown}' is not one of {string.Join(", ", Access.Permissions.All.Order(StringComparer.Ordinal))}");
            var types = item.Texts("types");
            foreach (var unknown in types.Where(t => !documentTypes.Contains(t)))
                item.Problem("types", $"'{unknown}' is not a document type");
            var group = new UserGroup(item.Alias(), item.Text("name"), permissions.ToFrozenSet(), types.ToFrozenSet(), item.Flag("ownStartNode"), item.Flag("twoFactor"));
            item.Register(groups, group.Alias, group, "user group");
        }

        return groups;
    }
}
