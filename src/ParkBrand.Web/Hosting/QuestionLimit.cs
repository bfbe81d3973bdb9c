using System.Globalization;
using ParkBrand.Assistant;

namespace ParkBrand.Web.Hosting;

/// <summary>The option <c>--assistant-limit</c>.</summary>
internal static class QuestionLimit
{
    private const int Most = 10_000;

    public static string? Problem(string? given) => given is null || Read(given) is not null ? null
        : $"--assistant-limit is “{given}”; it is the number of questions that one visitor may ask in a minute, from 1 to {Most}, or 0 for no limit.";

    public static int Of(string? given) => (given is null ? null : Read(given)) ?? AssistantModule.QuestionsPerMinute;

    private static int? Read(string given) => int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= Most ? limit : null;
}
