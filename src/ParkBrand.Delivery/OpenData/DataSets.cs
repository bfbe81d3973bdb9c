using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.OpenData;

/// <summary>Which tables there are, and which columns each has. Names and telephone numbers of people are not among them.</summary>
internal static class DataSets
{
    private static readonly (string Name, string Type, string[] Aliases)[] Tables =
    [
        ("parks", "park", ["tagline", "niche", "status", "openedYear", "demonstration", "namedInPlan", "summary", "address", "siteArea", "carrierBuilt", "carrierAvailable", "outputPerMu", "revenue", "energyIntensity",
            "enterprises", "highTech", "specialised", "gazelle", "unicorn", "listed", "mastersPhds", "motorwayMinutes", "railMinutes", "airportMinutes", "portMinutes", "facilities",
            "powerTotal", "powerSpare", "gas", "steamPrice", "waterPrice", "wasteWaterCapacity", "fibre", "propertyFee", "minLeaseYears", "operator", "replyDays"]),
        ("spaces", "space", ["kind", "areaMin", "areaMax", "floor", "floorLoad", "clearHeight", "columnGrid", "power", "crane", "cleanroom", "exhaust", "wasteWater", "industries", "tenure", "rent", "price", "availableFrom", "expiresOn"]),
        ("jobs", "job", ["employer", "field", "degree", "experienceYears", "payMin", "payMax", "jobType", "headCount", "skills", "housing", "apply", "datePosted", "validThrough"]),
        ("resources", "resource", ["kind", "provider", "techniques", "eligibility", "priceBasis", "voucher", "leadDays", "training", "calibratedOn"]),
    ];

    public static IReadOnlyList<DataSet> Of(ContentSchema schema)
    {
        var words = new Words(schema);
        return [.. Tables.Where(t => schema.DocumentTypes.ContainsKey(t.Type)).Select(t => new DataSet(t.Name, t.Type, words[$"sets.{t.Name}.title"], words[$"sets.{t.Name}.description"],
            [.. new FieldMaker(schema.DocumentTypes[t.Type], words).All(t.Aliases)], t.Type == "park" ? [DataFormat.Csv, DataFormat.JsonLines, DataFormat.GeoJson] : [DataFormat.Csv, DataFormat.JsonLines]))];
    }
}
