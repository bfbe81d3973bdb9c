using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ParkBrand.Delivery.ContentApi.Rendering;

namespace ParkBrand.Delivery.ContentApi.Sending;

/// <summary>What is wrong with a parameter, and what would be taken.</summary>
internal sealed record ParameterProblem(string Parameter, string Value, string Allowed);

/// <summary>What an endpoint says; how it is sent, kept and compressed is the same for all.</summary>
internal sealed record Reply(int Status, byte[] Body, string ContentType)
{
    private const string ProblemType = "application/problem+json; charset=utf-8";
    private const int LongestEcho = 60;
    public static readonly Reply NotFound = Problem(StatusCodes.Status404NotFound, "Not found", "Nothing that is published in the language asked for has this id or path.");
    public static readonly Reply Unauthorized = Problem(StatusCodes.Status401Unauthorized, "Unauthorized", "The header Api-Key is missing or does not hold the key of this site. Drafts (the header Preview) are to be had with it only.");

    /// <summary>Where the document is now, of one that has moved.</summary>
    public (string Path, string StartPath, Guid StartId)? Moved { get; init; }

    /// <summary>How long to wait before asking again, s.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>False when the same question may be answered otherwise a moment later without a change of the city.</summary>
    public bool IsLasting { get; init; } = true;

    public static Reply Of<T>(T body) => new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(body, Wire.Json), "application/json; charset=utf-8");

    public static Reply Problem(int status, string title, string detail, IReadOnlyList<ParameterProblem>? parameters = null)
    {
        // "Error" is the type that Umbraco's API gives its problems.
        var problem = new ProblemDetails { Type = "Error", Title = title, Detail = detail, Status = status };
        if (parameters is not null)
            problem.Extensions["parameters"] = parameters;
        return new Reply(status, JsonSerializer.SerializeToUtf8Bytes(problem, Wire.Json), ProblemType);
    }

    public static Reply Bad(string title, IReadOnlyList<ParameterProblem> problems)
    {
        var shown = problems.Select(p => p with { Value = p.Value.Length <= LongestEcho ? p.Value : p.Value[..LongestEcho] + "…" }).ToList();
        return Problem(StatusCodes.Status400BadRequest, title, string.Join(' ', shown.Select(p => $"{p.Parameter}: {(p.Value.Length > 0 ? $"'{p.Value}' is not" : "give")} {p.Allowed}.")), shown);
    }
}
