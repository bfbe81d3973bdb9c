using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ParkBrand.Search.Api;

/// <summary>RFC 9457 answers of the public API.</summary>
public static class ApiProblem
{
    /// <param name="parameters">What is wrong with which parameter, and what would be taken.</param>
    public static ProblemHttpResult Of(int status, string title, string detail, IEnumerable<object>? parameters = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (parameters is not null)
            problem.Extensions["parameters"] = parameters;
        return TypedResults.Problem(problem);
    }
}
