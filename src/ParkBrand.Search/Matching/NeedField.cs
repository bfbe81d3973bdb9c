namespace ParkBrand.Search.Matching;

/// <summary>Whether a need asks the park or one of its spaces.</summary>
public enum NeedLevel
{
    Park,

    /// <summary>All needs of this level must hold on one and the same live space.</summary>
    Space,
}

/// <summary>How a need compares what is wanted with what is there.</summary>
public enum NeedShape
{
    AtLeast,
    AtMost,

    /// <summary>m² that must be to be had in one piece.</summary>
    Area,

    /// <summary>One of the wanted choices.</summary>
    Choice,

    /// <summary>All of the wanted choices.</summary>
    Choices,

    /// <summary>One of the wanted documents, by slug.</summary>
    Reference,

    /// <summary>All of the wanted documents, by slug.</summary>
    References,

    /// <summary>Air cleanliness by ISO 14644-1: a lower class is cleaner and satisfies a wish for a higher one.</summary>
    CleanClass,
    Flag,

    /// <summary>Not later than a day.</summary>
    By,

    /// <summary>All of the wanted words, in what the park says of itself.</summary>
    Words,
}

/// <summary>Something that can be needed.</summary>
/// <param name="Name">Query parameter, on pages and in the API.</param>
/// <param name="Alias">Property of the park or the space that answers; its unit is the need's unit.</param>
/// <param name="Folder">For references: the address under which the documents live.</param>
public sealed record NeedField(string Name, NeedLevel Level, NeedShape Shape, string Alias, string? Folder = null)
{
    /// <summary>Everything that can be needed, in the order in which people are asked.</summary>
    public static IReadOnlyList<NeedField> All { get; } =
    [
        new("sector", NeedLevel.Park, NeedShape.Reference, "sector", "/industries/"),
        new("niche", NeedLevel.Park, NeedShape.Words, "niche"),
        new("district", NeedLevel.Park, NeedShape.Reference, "district", "/districts/"),
        new("kind", NeedLevel.Space, NeedShape.Choice, "kind"),
        new("area", NeedLevel.Space, NeedShape.Area, "areaMax"),
        new("floorLoad", NeedLevel.Space, NeedShape.AtLeast, "floorLoad"),
        new("clearHeight", NeedLevel.Space, NeedShape.AtLeast, "clearHeight"),
        new("power", NeedLevel.Space, NeedShape.AtLeast, "power"),
        new("crane", NeedLevel.Space, NeedShape.AtLeast, "crane"),
        new("cleanroom", NeedLevel.Space, NeedShape.CleanClass, "cleanroom"),
        new("exhaust", NeedLevel.Space, NeedShape.Flag, "exhaust"),
        new("wasteWater", NeedLevel.Space, NeedShape.Flag, "wasteWater"),
        new("tenure", NeedLevel.Space, NeedShape.Choice, "tenure"),
        new("rentMax", NeedLevel.Space, NeedShape.AtMost, "rent"),
        new("availableBy", NeedLevel.Space, NeedShape.By, "availableFrom"),
        new("rail", NeedLevel.Park, NeedShape.AtMost, "railMinutes"),
        new("airport", NeedLevel.Park, NeedShape.AtMost, "airportMinutes"),
        new("motorway", NeedLevel.Park, NeedShape.AtMost, "motorwayMinutes"),
        new("port", NeedLevel.Park, NeedShape.AtMost, "portMinutes"),
        new("facilities", NeedLevel.Park, NeedShape.Choices, "facilities"),
        new("wasteWaterCapacity", NeedLevel.Park, NeedShape.AtLeast, "wasteWaterCapacity"),
        new("gas", NeedLevel.Park, NeedShape.Flag, "gas"),
        new("steam", NeedLevel.Park, NeedShape.Flag, "steamPrice"),
        new("fibre", NeedLevel.Park, NeedShape.Flag, "fibre"),
        new("policy", NeedLevel.Park, NeedShape.References, "policies", "/policies/"),
    ];

    private static readonly Dictionary<string, int> Places = All.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);

    public static NeedField? Find(string name) => Places.TryGetValue(name, out var at) ? All[at] : null;

    /// <summary>Place in <see cref="All"/>.</summary>
    internal int Place => Places[Name];

    /// <summary>Document type that answers.</summary>
    public string Type => Level == NeedLevel.Park ? "park" : "space";
}
