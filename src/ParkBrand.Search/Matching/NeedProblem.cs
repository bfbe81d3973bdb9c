namespace ParkBrand.Search.Matching;

/// <summary>Why a parameter was not understood.</summary>
public enum NeedMistake
{
    UnknownParameter,
    NotANumber,
    OutOfRange,
    NotADate,
    NotAYes,
    UnknownValue,
    TooMany,
    TooLong,
    NotNeeded,
}

/// <param name="Parameter">As it stands in the query.</param>
/// <param name="Allowed">What would be taken: a range, an example, a list of values.</param>
public sealed record NeedProblem(string Parameter, string Value, NeedMistake Mistake, string Allowed);
