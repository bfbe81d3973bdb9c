using System.Collections.Frozen;

namespace ParkBrand.Content.Schema;

/// <summary>Workflows, user groups and media types: the parts of the schema that say who may do what with which files.</summary>
internal static class PeopleReader
{
    private static readonly FrozenSet<string> WorkflowKeys = ["alias", "name", "reviews", "proofreads"];
    private static readonly FrozenSet<string> GroupKeys = ["alias", "name", "permissions", "types", "ownStartNode"];
    private static readonly FrozenSet<string> MediaKeys = ["alias", "name", "extensions", "maxBytes"];

    public static Dictionary<string, WorkflowDefinition> ReadWorkflows(JsonCursor root)
    {
        var workflows = new Dictionary<string, WorkflowDefinition>();
        foreach (var item in root.Items("workflows"))
        {
            if (!item.IsObject(WorkflowKeys))
                continue;
            var workflow = new WorkflowDefinition(item.Text("alias"), item.Text("name"), Passes(item, "reviews"), Passes(item, "proofreads"));
            if (!workflows.TryAdd(workflow.Alias, workflow))
                item.Problem("alias", $"'{workflow.Alias}' is used by another workflow");
        }

        return workflows;
    }

    private static int Passes(JsonCursor item, string name)
    {
        var number = item.Number(name) ?? 0;
        if (number is < 0 or > 5 || number != decimal.Truncate(number))
            item.Problem(name, "must be a whole number from 0 to 5");
        return (int)Math.Clamp(number, 0, 5);
    }

    public static List<MediaType> ReadMediaTypes(JsonCursor root)
    {
        var types = new List<MediaType>();
        foreach (var item in root.Items("mediaTypes"))
        {
            if (!item.IsObject(MediaKeys))
                continue;
            var bytes = item.Number("maxBytes") ?? 0;
            if (bytes <= 0)
                item.Problem("maxBytes", "must be a number of bytes above 0");
            types.Add(new MediaType(item.Text("alias"), item.Text("name"), item.Texts("extensions", required: true), (long)bytes));
        }

        return types;
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
            var group = new UserGroup(item.Text("alias"), item.Text("name"), permissions.ToFrozenSet(), types.ToFrozenSet(), item.Flag("ownStartNode"));
            if (!groups.TryAdd(group.Alias, group))
                item.Problem("alias", $"'{group.Alias}' is used by another user group");
        }

        return groups;
    }
}
