using System.Collections.Frozen;

namespace ParkBrand.Content.Access;

/// <summary>The verbs a user group can be given in <c>umbraco.json</c>.</summary>
public static class Permissions
{
    public const string Read = "read";
    public const string Create = "create";
    public const string Edit = "edit";
    public const string Publish = "publish";
    public const string Unpublish = "unpublish";
    public const string Move = "move";
    public const string Sort = "sort";
    public const string Delete = "delete";
    public const string Rollback = "rollback";
    public const string Users = "users";

    public static readonly FrozenSet<string> All =
        [Read, Create, Edit, Publish, Unpublish, Move, Sort, Delete, Rollback, Users];
}
