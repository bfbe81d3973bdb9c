using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Content.Import;

/// <summary>Reads one content file. What cannot be read becomes problems with line numbers, never half a document.</summary>
internal sealed class ContentFileReader(ContentSchema schema)
{
    public ContentFile? Read(string file, string text, List<FileProblem> problems)
    {
        var known = problems.Count;
        var parts = FrontMatter.Read(file, text, problems);
        if (problems.Count > known)
            return null;
        var words = new FileWords(file, parts.Fields, parts.FieldsLine, "", problems);
        var typeName = words.Text("type");
        if (typeName is null || !schema.DocumentTypes.TryGetValue(typeName, out var type))
        {
            problems.Add(new FileProblem(file, words.Line("type", 1), typeName is null ? "has no type" : $"'{typeName}' is not a document type"));
            return null;
        }

        var key = file[..file.LastIndexOf('.')];
        var slug = words.Text("slug") ?? key[(key.LastIndexOf('/') + 1)..];
        if (!Slug.IsValid(slug))
            problems.Add(new FileProblem(file, words.Line("slug", 0), Slug.Problem(slug).ToString()));
        var (id, sort, publish) = (words.Id(), words.Sort(), words.Publish());
        var reading = new Reading(schema, file, type, parts, problems);
        reading.Run();
        if (reading.Cultures.Count == 0 && problems.Count == known)
            problems.Add(new FileProblem(file, 1, $"has no language; add “{schema.DefaultLanguage.IsoCode}:” with at least a name"));
        if (problems.Count > known)
            return null;
        foreach (var word in FileWords.OfFile)
            reading.Lines[word] = words.Line(word, 0);
        var result = new ContentFile
        {
            File = file,
            Type = type,
            Id = id ?? ContentId.OfDocument(key),
            Slug = slug,
            Sort = sort,
            Publish = publish ? reading.Publish : [],
            Invariant = reading.Invariant,
            Cultures = reading.Cultures,
            Lines = reading.Lines,
        };
        result.References.AddRange(reading.References);
        result.Media.AddRange(reading.Media);
        return result;
    }

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
            var invariant = parts.Fields.Children.Where(f => f.Key is not YamlScalarNode { Value: { } k } || (!FileWords.OfFile.Contains(k) && !cultures.Contains(k)));
            Invariant = With("", r => r.Read(type, p => !p.Variant, invariant, ""));
            foreach (var culture in cultures)
                if (parts.Fields.Children.TryGetValue(new YamlScalarNode(culture), out var section))
                    ReadCulture(culture, section);
            foreach (var body in parts.Bodies)
                ReadBody(body);
        }

        private void ReadCulture(string culture, YamlNode section)
        {
            Lines[culture] = new FileWords(file, parts.Fields, parts.FieldsLine, "", problems).Line(culture, 1);
            if (section is not YamlMappingNode map)
            {
                problems.Add(new FileProblem(file, Lines[culture], $"{culture} must hold fields"));
                return;
            }

            var words = new FileWords(file, map, parts.FieldsLine, $"{culture}.", problems);
            if (!map.Children.ContainsKey(new YamlScalarNode("name")))
                words.Problem("name", "is required", Lines[culture]);
            var values = With(culture, r => r.Read(type, p => p.Variant,
                map.Children.Where(f => f.Key is not YamlScalarNode { Value: { } k } || !FileWords.OfCulture.Contains(k)), ""));
            Cultures[culture] = new CultureContent(words.Text("name") ?? "", values);
            Lines[$"{culture}.name"] = words.Line("name", Lines[culture]);
            if (words.Publish())
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
