using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Api;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.Feedback;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Assistant.Tools;
using ParkBrand.Content.Questions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant;

/// <summary>Answers questions from what is published, with a citation for every fact.</summary>
public static class AssistantModule
{
    /// <summary>Questions that one visitor may ask in a minute, unless it is said otherwise.</summary>
    public const int QuestionsPerMinute = 15;

    /// <param name="questionsPerMinute">Of one visitor; 0 sets no limit.</param>
    /// <param name="model">Null is none: nothing of it is loaded then.</param>
    public static IServiceCollection AddAssistant(this IServiceCollection services, int questionsPerMinute = QuestionsPerMinute, ModelOptions? model = null) => services.AddSingleton<Composer>()
        .AddSingleton(p => new FeedbackBox(p.GetRequiredService<KeepQuestions>(), p.GetRequiredService<ILogger<FeedbackBox>>())).AddHostedService(p => p.GetRequiredService<FeedbackBox>())
        .AddSingleton(p => new AssistantLimits(questionsPerMinute, p.GetRequiredService<TimeProvider>()))
        .AddSingleton(p => new SiteAssistant(p.GetRequiredService<Composer>(), p.GetRequiredService<SnapshotSource>(), p.GetRequiredService<SiteSearch>(), p.GetRequiredService<AssistantLimits>(), model is null ? null : Step(p, model)));

    /// <summary>The tools of a language model for whoever speaks to machines; needs search and content, and nothing else of the assistant.</summary>
    public static IServiceCollection AddPublishedTools(this IServiceCollection services) =>
        services.AddSingleton(p => new PublishedTools(p.GetRequiredService<SnapshotSource>(), p.GetRequiredService<SiteSearch>(), p.GetRequiredService<TimeProvider>()));

    /// <summary><c>POST /api/assistant</c> and <c>POST /api/assistant/feedback</c>.</summary>
    public static void MapAssistant(this IEndpointRouteBuilder app)
    {
        AssistantEndpoint.Map(app);
        FeedbackEndpoint.Map(app);
    }

    private static ModelStep Step(IServiceProvider services, ModelOptions model)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var logger = services.GetRequiredService<ILogger<Speaker>>();
        return new ModelStep(() => new Speaker(new OpenAIChat(model), model, new Budget(model, clock), new Line(clock, logger), logger), services.GetRequiredService<SiteSearch>(), clock);
    }
}
