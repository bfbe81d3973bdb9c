namespace ParkBrand.Search.Analysis;

/// <summary>What a number with its unit measures.</summary>
public enum Measure
{
    /// <summary>m².</summary>
    Area,

    /// <summary>t/m².</summary>
    FloorLoad,

    /// <summary>m.</summary>
    Height,

    /// <summary>kVA.</summary>
    Power,

    /// <summary>t that a crane lifts.</summary>
    Crane,

    /// <summary>Yuan a square metre and month.</summary>
    Rent,

    /// <summary>Yuan a month before tax.</summary>
    Pay,

    /// <summary>Minutes by car to the high-speed railway station.</summary>
    RailMinutes,

    /// <summary>Minutes by car to the airport.</summary>
    AirportMinutes,

    /// <summary>Minutes by car to the motorway.</summary>
    MotorwayMinutes,

    /// <summary>Minutes by car to the sea port.</summary>
    PortMinutes,

    /// <summary>m³ of waste water a day.</summary>
    WasteWater,
}

/// <summary>A number that somebody asks for, in the unit of the measure, and where it stands in the (folded) text with the words that say what it measures.</summary>
/// <param name="Measure">Null where neither the unit nor the words around it say so.</param>
/// <param name="AtMost">Whether less is wanted: rents and distances, or whatever is said to be the limit.</param>
/// <param name="Unit">What kind of unit was said.</param>
public sealed record Quantity(Measure? Measure, decimal Value, bool AtMost, int Start, int Length, UnitKind Unit)
{
    /// <summary>Whether it is said to be a limit: at least, at most.</summary>
    public bool IsLimit { get; init; }

    /// <summary>Whether it is said to be the last that will do: "twenty is the ceiling".</summary>
    public bool IsLast { get; init; }

    /// <param name="folded">At most a few hundred characters.</param>
    public static List<Quantity> In(string folded) => [.. QuantityReader.Read(folded).Where(q => q.Measure is not null)];
}

/// <summary>The kind of unit that follows a number.</summary>
public enum UnitKind
{
    None,
    Area,
    Weight,
    Length,
    Power,
    Money,
    Minutes,
    Volume,
}
