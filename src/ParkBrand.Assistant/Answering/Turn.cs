using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>One question on its way to an answer: what the steps read, and the draft that they write.</summary>
internal sealed record Turn(Snapshot Snapshot, SiteSearch Search, Words Words, DateOnly Day, string Question, Understanding Asked)
{
    public int Culture => Words.Culture;
    public Draft Draft { get; } = new(Snapshot, Words);
    public Request Request => field ??= Request.Of(Asked, Asked.Mended ?? Question, Snapshot, Search, Culture, Day);
    public List<RuledOut> Eliminated { get; } = [];
    public List<string> Suggestions { get; } = [];
    public bool ShowsFinder { get; set; }

    /// <summary>Parks that are named or pointed at, as far as they stand in the reader's language.</summary>
    public IReadOnlyList<PublishedDocument> Parks => field ??= [.. Asked.Parks.Select(p => Snapshot.Resolve("/parks/" + p)).Where(r => r.State == PathState.Live && r.Document!.In(Culture, Snapshot.Schema) is not null).Select(r => r.Document!)];

    /// <summary>How near each document is to some words, 0 to 1, best first.</summary>
    public IReadOnlyList<(PublishedDocument Document, double Score)> Found(string words, int take, params string[] types)
    {
        if (words.Trim().Length == 0)
            return [];
        var request = new SearchRequest(words, Culture, Day) { Take = take, Marked = false };
        if (types.Length > 0)
            request = request with { Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["type"] = types } };
        return [.. Search.Search(request, Snapshot).Items.Where(h => !h.Related).Select(h => (h.Document, h.Score / 100))];
    }
}
