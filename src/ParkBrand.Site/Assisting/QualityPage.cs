using ParkBrand.Assistant.Evaluation;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Assisting;

/// <summary>How good the assistant is: the scores of the accepted run beside what they should be, also where they fall short.</summary>
public sealed class QualityPage : Page
{
    public const string Address = "/" + AssistantPage.Slug + "/quality";

    /// <summary>The run that was accepted for this version of the program.</summary>
    internal static EvaluatedRun Shipped { get; } = Read();

    private static EvaluatedRun Read()
    {
        using var text = new StreamReader(typeof(QualityPage).Assembly.GetManifestResourceStream("assistant.accepted.yaml")!);
        return EvaluatedRun.Read(text);
    }

    public override string View => "AssistantQuality";
    public override IReadOnlyList<string> Styles => ["quality.css"];

    public required EvaluatedRun Run { get; init; }

    internal static QualityPage Build(PageContext context, EvaluatedRun run) => new()
    {
        Run = run,
        Context = context,
        Title = context.Texts["quality.title"],
        Description = context.Texts["quality.lead"],
        Section = AssistantPage.Slug,
        Crumbs = [new Crumb(context.Name(context.Snapshot.Resolve("/" + AssistantPage.Slug).Document), context.Url("/" + AssistantPage.Slug)), new Crumb(context.Texts["quality.title"], null)],
    };
}
