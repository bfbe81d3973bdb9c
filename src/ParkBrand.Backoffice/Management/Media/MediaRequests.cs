using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Values;

namespace ParkBrand.Backoffice.Management.Media;

internal sealed record CreateMediaRequest(Reference MediaType, IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants)
{
    public Guid? Id { get; init; }
    public Reference? Parent { get; init; }
}

internal sealed record UpdateMediaRequest(IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants);

/// <summary>What an editor's form says about one item.</summary>
/// <param name="TemporaryFile">The file that was uploaded for it; null keeps the one that is there.</param>
/// <param name="Problem">JSON path of what does not keep to the interface.</param>
internal sealed record MediaForm(string Name, IReadOnlyDictionary<string, string> Alt, (int X, int Y)? Focus, string? Crops, Guid? TemporaryFile, int? BasedOn, string? Problem)
{
    private sealed record FileValue
    {
        public Guid? TemporaryFileId { get; init; }
        public string? Src { get; init; }
        public Point? FocalPoint { get; init; }
        public JsonArray? Crops { get; init; }
    }

    private sealed record Point(double Left, double Top);

    public static MediaForm Read(MediaSchema schema, IReadOnlyList<ValueRequest> values, IReadOnlyList<VariantRequest> variants)
    {
        if (variants is not [{ Culture: null or "", Segment: null } variant])
            return Wrong("$.variants");
        var alt = new Dictionary<string, string>();
        FileValue? file = null;
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
            if (value.Culture is { Length: > 0 } || value.Segment is not null)
                return Wrong($"$.values[{i}]");
            else if (value.Alias == MediaSchema.FileAlias)
            {
                if (!TryFile(value.Value, out file))
                    return Wrong($"$.values[{i}].value");
            }
            else if (schema.Content.Languages.FirstOrDefault(l => MediaSchema.AltAlias(l) == value.Alias) is { } language)
            {
                if (value.Value is not null && value.Value.GetValueKind() != JsonValueKind.String)
                    return Wrong($"$.values[{i}].value");
                alt[language.IsoCode] = value.Value?.GetValue<string>() ?? "";
            }
            else
                return Wrong($"$.values[{i}].alias");

        return new MediaForm(variant.Name, alt, FocusOf(file?.FocalPoint), file?.Crops is { Count: > 0 } crops ? crops.ToJsonString() : null, file?.TemporaryFileId, EditStamp.Version(variant.UpdateDate), null);
    }

    private static MediaForm Wrong(string path) => new("", new Dictionary<string, string>(), null, null, null, null, path);

    private static bool TryFile(JsonNode? value, out FileValue? file)
    {
        file = null;
        try
        {
            // An empty upload field sends an empty text.
            file = value is null || (value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0) ? new FileValue() : value.Deserialize<FileValue>(ManagementJson.Strict);
            return file is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The middle is what there is without a focus: one address less for the same picture.
    private static (int, int)? FocusOf(Point? point) =>
        point is null || (Percent(point.Left), Percent(point.Top)) is var (x, y) && (x, y) == (50, 50) ? null : (Percent(point.Left), Percent(point.Top));

    private static int Percent(double part) => double.IsFinite(part) ? (int)Math.Round(Math.Clamp(part, -1, 2) * 100) : -1;

    public static Dictionary<string, string[]> Errors(HttpContext http, MediaSchema schema, IReadOnlyList<PropertyProblem> problems)
    {
        var wording = Wording.Of(http);
        return problems.GroupBy(p => Place(schema, p)).ToDictionary(g => g.Key, g => g.Select(p => wording.Say(p.Sentence)).Distinct().ToArray());
    }

    private static string Place(MediaSchema schema, PropertyProblem problem) => problem.Path switch
    {
        "name" => "$.variants[?(@.culture == null && @.segment == null)].name",
        "alt" when schema.Content.Languages.FirstOrDefault(l => l.IsoCode == problem.Culture) is { } language => "$." + Places.Value(MediaSchema.AltAlias(language), null),
        _ => "$." + Places.Value(MediaSchema.FileAlias, null),
    };
}
