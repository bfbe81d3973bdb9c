using System.Collections.Frozen;
using System.Text.Json;

namespace ParkBrand.Content.Schema;

/// <summary>Reads <c>umbraco.json</c>. Every mistake is reported with its JSON path, all at once, and then nothing starts.</summary>
public static class SchemaReader
{
    private static readonly FrozenSet<string> RootKeys =
        ["$schema", "languages", "dataTypes", "elementTypes", "compositions", "documentTypes", "mediaTypes", "userGroups", "workflows"];

    /// <exception cref="SchemaException">The file is missing, is not JSON, or contradicts itself.</exception>
    public static ContentSchema ReadFile(string file)
    {
        string json;
        try
        {
            json = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException(file, [new SchemaProblem("$", $"cannot be read: {e.Message}")]);
        }

        return Read(json, Path.GetFileName(file));
    }

    public static ContentSchema Read(string json, string fileName = "umbraco.json")
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new SchemaException(fileName, [new SchemaProblem("$", $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: is not valid JSON")]);
        }

        using (document)
        {
            var problems = new List<SchemaProblem>();
            var root = new JsonCursor(document.RootElement, "$", problems);
            var schema = root.IsObject(RootKeys) ? Build(root) : null;
            if (problems.Count > 0 || schema is null)
                throw new SchemaException(fileName, problems.Distinct().ToList()); // a composition is read once for each type that uses it
            return schema;
        }
    }

    private static ContentSchema Build(JsonCursor root)
    {
        var languages = LanguageReader.Read(root);
        var names = new NameReader(languages.Select(l => l.IsoCode).ToList());
        var dataTypes = DataTypeReader.Read(root, names);
        var properties = new PropertyReader(dataTypes, names);
        var elements = properties.ReadElementTypes(root);
        var workflows = PeopleReader.ReadWorkflows(root);
        var documentTypes = new DocumentTypeReader(properties, workflows).Read(root);
        var schema = new ContentSchema
        {
            Languages = languages,
            DataTypes = dataTypes.ToFrozenDictionary(),
            ElementTypes = elements.ToFrozenDictionary(),
            DocumentTypes = documentTypes.ToFrozenDictionary(),
            MediaTypes = PeopleReader.ReadMediaTypes(root),
            UserGroups = PeopleReader.ReadUserGroups(root, documentTypes.Keys.ToHashSet()).ToFrozenDictionary(),
            Workflows = workflows.ToFrozenDictionary(),
        };
        CrossReferences.Check(root, schema);
        return schema;
    }
}
