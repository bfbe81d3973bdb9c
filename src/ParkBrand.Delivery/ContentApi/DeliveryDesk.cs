using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ParkBrand.Content;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.ContentApi.Sending;

namespace ParkBrand.Delivery.ContentApi;

/// <summary>Takes every request of the Delivery API: who asks, in which language, below which root; then what is kept, or made anew.</summary>
internal sealed class DeliveryDesk(SnapshotSource snapshots, DraftCity drafts, AnswerCache cache, ApiKey key, TimeProvider clock)
{
    public async Task Serve(HttpContext http, Func<Inquiry, Reply> make)
    {
        var headers = http.Request.Headers;
        var preview = bool.TryParse(headers["Preview"], out var wished) && wished;
        var credential = key.Check(headers["Api-Key"], preview);
        if (credential == Credential.Refused)
        {
            await Sender.Send(http, new KeptAnswer(Reply.Unauthorized, 0, default), credential);
            return;
        }

        var (snapshot, today) = (preview ? drafts.Current : snapshots.Current, ChinaTime.Today(clock));
        var language = Inquiry.Language(http.Request, snapshot.Schema);
        var keptAs = $"{credential}|{language}|{headers["Start-Item"]}|{Target(http)}";
        if (!preview && cache.Find(keptAs, snapshot.Stamp, today) is { } kept)
        {
            await Sender.Send(http, kept, credential);
            return;
        }

        var unknown = language == Inquiry.Unknown;
        var view = new PublicView(snapshot, unknown ? 0 : language ?? 0);
        var inquiry = new Inquiry(view, today, credential, preview, http.Request.Query) { IsLanguageAsked = language is not null, IsLanguageUnknown = unknown };
        var answer = new KeptAnswer(Answer(inquiry, headers["Start-Item"], make), snapshot.Stamp, today);
        if (!preview && answer.Reply is { Status: StatusCodes.Status200OK, IsLasting: true })
            cache.Keep(keptAs, answer);
        await Sender.Send(http, answer, credential);
    }

    private static Reply Answer(Inquiry inquiry, string? start, Func<Inquiry, Reply> make)
    {
        if (string.IsNullOrEmpty(start))
            return make(inquiry);
        return Inquiry.StartItem(start, inquiry.View) is { } root ? make(inquiry with { Start = root }) : Reply.NotFound;
    }

    private static string Target(HttpContext http) =>
        http.Features.Get<IHttpRequestFeature>()?.RawTarget is { Length: > 0 } target ? target : http.Request.Path + http.Request.QueryString;
}
