using Microsoft.AspNetCore.Http;
using ParkBrand.Assistant.Asking;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Assisting;

/// <summary>The assistant: the dialogue so far, and a box for the next question.</summary>
public sealed class AssistantPage : DocumentPage
{
    public const string Slug = "assistant";

    public override string View => Off is null ? "Assistant" : "AssistantOff";
    public override IReadOnlyList<string> Styles => Off is null ? ["assistant.css"] : [];
    public override IReadOnlyList<string> Scripts => Off is null ? ["assistant.js", "assistant-short.js"] : [];

    /// <summary>Set while administrators have turned the assistant off.</summary>
    public OffSwitch? Off { get; init; }

    public IReadOnlyList<AssistantTurn> Turns { get; init; } = [];

    /// <summary>The conversation before the first of the turns; opaque.</summary>
    public string? Before { get; init; }

    /// <summary>Why the last question has no answer, as the end of the theme's text <c>assistant.trouble.</c>; null when nothing is wrong.</summary>
    public string? Trouble { get; init; }

    /// <summary>Seconds after which the next question can be asked, where too many came at once.</summary>
    public int Seconds { get; init; }

    /// <summary>Index of the turn that has just been rated.</summary>
    public int? Rated { get; init; }

    /// <summary>Questions of before that stand unanswered on this page, as the form carries them.</summary>
    public IReadOnlyList<string> Carried { get; init; } = [];

    /// <summary>A question that was not answered and can be sent again.</summary>
    public string? Unsent { get; init; }

    /// <summary>The park that the visitor comes from.</summary>
    public PublishedDocument? About { get; init; }
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>Whether the address holds a question, which the assistant then answers itself.</summary>
    internal static bool IsAsked(PageContext context) => context.Path == "/" + Slug && context.Query["q"] is not null;

    internal static AssistantPage Build(PageContext context, PublishedDocument document, PublishedVariant variant) => Build(context, document, variant, new AssistantState(new Dialogue([], null)));

    internal static AssistantPage Build(PageContext context, PublishedDocument document, PublishedVariant variant, AssistantState state)
    {
        var dialogue = state.Dialogue;
        var off = OffSwitch.Find(context.Snapshot, context.Culture);
        var about = context.Query["about"] is { } slug && context.Snapshot.Resolve("/parks/" + slug) is (PathState.Live, { Type.Alias: "park" } park) && context.Variant(park) is not null ? park : null;
        return new AssistantPage
        {
            Context = context,
            Document = document,
            Variant = variant,
            Title = variant.Name,
            Description = variant.Values.Text("summary") ?? "",
            Section = Slug,
            Turns = dialogue.Turns,
            Before = dialogue.Before ?? (about is null ? null : SiteAssistant.About(about)),
            Trouble = state.Trouble,
            Seconds = state.Seconds,
            Rated = state.Rated,
            Unsent = state.Unsent,
            Carried = [.. state.Carried.Select(a => Dialogue.Write(SiteAssistant.Shown(a.Question), a.Without))],
            About = about,
            Examples = variant.Values.Texts("examples"),
            Off = off,
            Status = off is null ? state.Status : StatusCodes.Status503ServiceUnavailable,
            Indexed = off is null && dialogue.Turns.Count == 0 && state.Trouble is null && about is null && context.Query["q"] is null,
            Sample = context.OfType("park").Any(p => context.Variant(p)!.Values.Flag("sample")),
        };
    }
}

/// <summary>A question with its answer.</summary>
/// <param name="Without">Names of the needs that the visitor took back.</param>
/// <param name="TakenBack">The same as people call them.</param>
/// <param name="Before">The conversation that it was asked in.</param>
public sealed record AssistantTurn(string Question, IReadOnlyList<string> Without, IReadOnlyList<string> TakenBack, string? Before, Reply Reply);

/// <summary>What a question to the page came to.</summary>
internal sealed record AssistantState(Dialogue Dialogue)
{
    public string? Trouble { get; init; }
    public int Seconds { get; init; }
    public int? Rated { get; init; }
    public string? Unsent { get; init; }
    public IReadOnlyList<Asked> Carried { get; init; } = [];
    public int Status { get; init; } = 200;
}
