using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Content.Import;

/// <summary>Reads one content file. What cannot be read becomes problems with line numbers, never half a document.</summary>
internal sealed class ContentFileReader(ContentSchema schema)
{
    private static readonly HashSet<string> Words = ["type", "id", "slug", "sort", "publish"];

    public ContentFile? Read(string file, string text, List<FileProblem> problems)
    {
        var known = problems.Count;
        var parts = FrontMatter.Read(file, text, problems);
        if (problems.Count > known)
            return null;
        var fields = parts.Fields.Children;
        var typeName = Word(fields, "type");
        if (typeName is null || !schema.DocumentTypes.TryGetValue(typeName, out var type))
        {
            problems.Add(new FileProblem(file, 1, typeName is null ? "has no type" : $"'{typeName}' is not a document type"));
            return null;
        }

        var key = file[..file.LastIndexOf('.')];
        var slug = Word(fields, "slug") ?? key[(key.LastIndexOf('/') + 1)..];
        if (!Slug.IsValid(slug))
            problems.Add(new FileProblem(file, 1, $"the slug '{slug}' {Slug.Rule}"));
        if (Word(fields, "id") is { } idText && !Guid.TryParse(idText, out _))
            problems.Add(new FileProblem(file, 1, $"the id '{idText}' is not a UUID"));
        var reading = new Reading(schema, file, type, parts, problems);
        reading.Run();
        if (reading.Cultures.Count == 0)
            problems.Add(new FileProblem(file, 1, $"has no language; add “{schema.DefaultLanguage.IsoCode}:” with at least a name"));
        if (problems.Count > known)
            return null;
        var result = new ContentFile
        {
            File = file,
            Type = type,
            Id = Guid.TryParse(Word(fields, "id"), out var id) ? id : ContentId.OfDocument(key),
            Slug = slug,
            Sort = int.TryParse(Word(fields, "sort"), out var sort) ? sort : null,
            Publish = Word(fields, "publish") == "false" ? [] : reading.Publish,
            Invariant = reading.Invariant,
            Cultures = reading.Cultures,
            Lines = reading.Lines,
        };
        result.References.AddRange(reading.References);
        result.Media.AddRange(reading.Media);
        return result;
    }

    private static string? Word(IDictionary<YamlNode, YamlNode> fields, string name) =>
        fields.TryGetValue(new YamlScalarNode(name), out var node) ? (node as YamlScalarNode)?.Value : null;

    /// <summary>The work on one file, so that its parts need not be passed around.</summary>
    private sealed class Reading(ContentSchema schema, string file, DocumentType type, FrontMatter.Parts parts, List<FileProblem> problems)
    {
        public JsonObject Invariant { get; private set; } = [];
        public Dictionary<string, CultureContent> Cultures { get; } = [];
        public List<string> Publish { get; } = [];
        public Dictionary<string, int> Lines { get; } = [];
        public List<PendingReference> References { get; } = [];
        public List<MediaUse> Media { get; } = [];

        public void Run()
        {
            var cultures = schema.Languages.Select(l => l.IsoCode).ToHashSet();
            var invariant = parts.Fields.Children.Where(f => f.Key is YamlScalarNode { Value: { } k } && !Words.Contains(k) && !cultures.Contains(k));
            Invariant = With("", r => r.Read(type, p => !p.Variant, invariant, ""));
            foreach (var culture in cultures)
                if (parts.Fields.Children.TryGetValue(new YamlScalarNode(culture), out var section))
                    ReadCulture(culture, section);
            foreach (var body in parts.Bodies)
                ReadBody(body);
        }

        private void ReadCulture(string culture, YamlNode section)
        {
            Lines[culture] = (int)section.Start.Line + parts.FieldsLine;
            if (section is not YamlMappingNode map)
            {
                problems.Add(new FileProblem(file, Lines[culture], $"{culture} must hold fields"));
                return;
            }

            var name = Word(map.Children, "name");
            if (string.IsNullOrWhiteSpace(name))
                problems.Add(new FileProblem(file, Lines[culture], $"{culture}.name: is required"));
            var values = With(culture, r => r.Read(type, p => p.Variant,
                map.Children.Where(f => f.Key is not YamlScalarNode { Value: "name" or "publish" }), ""));
            Cultures[culture] = new CultureContent(name ?? "", values);
            if (Word(map.Children, "publish") != "false")
                Publish.Add(culture);
        }

        private void ReadBody(FrontMatter.Body body)
        {
            var culture = body.Culture ?? schema.DefaultLanguage.IsoCode;
            if (type.Body is not { } property)
                problems.Add(new FileProblem(file, body.Line, $"a {type.Alias} has no body; use a .yaml file"));
            else if (!Cultures.TryGetValue(culture, out var content))
                problems.Add(new FileProblem(file, body.Line, $"has a body in {culture} but no “{culture}:” section with a name"));
            else if (content.Values.ContainsKey(property.Alias))
                problems.Add(new FileProblem(file, body.Line, $"{culture}.{property.Alias} stands twice: in the front matter and as the body"));
            else
            {
                Lines[$"{culture}.{property.Alias}"] = body.Line;
                content.Values[property.Alias] = property.DataType.Kind == ValueKind.Markdown
                    ? JsonValue.Create(body.Text)
                    : Blocks(property, culture, body);
            }
        }

        private JsonArray Blocks(Property property, string culture, FrontMatter.Body body)
        {
            var blocks = new JsonArray();
            foreach (var block in BodyBlocks.Read(file, body, problems))
            {
                var path = $"{property.Alias}[{blocks.Count}]";
                Lines[$"{culture}.{path}"] = block.Line;
                blocks.Add(block.Fields is null
                    ? new JsonObject { ["block"] = block.Alias, ["text"] = block.Text }
                    : With(culture, r => r.BlockOf(property.DataType, block.Alias, block.Fields, path), block.Line));
            }

            return blocks;
        }

        private T With<T>(string culture, Func<FieldReader, T> read, int? lineOffset = null)
        {
            var reader = new FieldReader(schema, file, culture, lineOffset ?? parts.FieldsLine, problems, Lines);
            var result = read(reader);
            References.AddRange(reader.References);
            Media.AddRange(reader.Media);
            return result;
        }
    }
}
