using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>The finder's name of a need, whatever it is called elsewhere.</summary>
internal static class NeedNames
{
    /// <summary>Ways to travel: whoever names another means that one instead.</summary>
    public static readonly IReadOnlyList<string> Ways = ["rail", "airport", "motorway", "port"];

    /// <summary>Needs that ask a space, so that a space is looked for.</summary>
    public static readonly IReadOnlySet<string> OfSpaces = new HashSet<string> { "area", "floorLoad", "clearHeight", "power", "crane", "rentMax", "kind", "cleanroom", "tenure", "exhaust", "wasteWater" };

    public static bool IsNumber(string name) => name is "area" or "floorLoad" or "clearHeight" or "power" or "crane" or "rentMax" or "wasteWaterCapacity" or "job.payMax" || Ways.Contains(name);

    /// <summary>Whether less of it is better.</summary>
    public static bool IsLimit(string name) => name == "rentMax" || Ways.Contains(name);

    /// <param name="name">A need, or type and property of the schema.</param>
    public static string Of(string name) => name switch
    {
        "space.kind" => "kind",
        "space.cleanroom" => "cleanroom",
        "space.tenure" => "tenure",
        "park.facilities" => "facilities",
        "job.payMin" => "job.payMax",
        _ => name,
    };

    public static string Of(Measure measure) => measure switch
    {
        Measure.Area => "area",
        Measure.FloorLoad => "floorLoad",
        Measure.Height => "clearHeight",
        Measure.Power => "power",
        Measure.Crane => "crane",
        Measure.Rent => "rentMax",
        Measure.RailMinutes => "rail",
        Measure.AirportMinutes => "airport",
        Measure.MotorwayMinutes => "motorway",
        Measure.PortMinutes => "port",
        Measure.WasteWater => "wasteWaterCapacity",
        _ => "job.payMax",
    };

    /// <summary>The need that a wish by property is about: <c>railMinutes</c> is <c>rail</c>.</summary>
    public static string OfField(string field) => field switch
    {
        "railMinutes" => "rail",
        "airportMinutes" => "airport",
        "motorwayMinutes" => "motorway",
        "portMinutes" => "port",
        "rent" => "rentMax",
        _ => field,
    };
}
