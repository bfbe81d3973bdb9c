using System.Buffers;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Webhooks;

/// <summary>What an administrator may say of a webhook.</summary>
internal sealed class WebhookCheck(ContentSchema schema, ReceiverRules rules)
{
    private const int LongestName = 200, LongestDescription = 1000, MostHeaders = 20, LongestHeader = 1000;

    // Token of RFC 9110.
    private static readonly SearchValues<char> Token = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // What the request is made of, how the connection is used, and what a receiver relies on to be ours.
    private static readonly string[] Ours = ["Host", "Connection", "Content-", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Keep-Alive", "Proxy-", "Umb-Webhook-", "ParkBrand-"];

    private readonly HashSet<Guid> types =
        [.. schema.DocumentTypes.Keys.Select(a => SchemaId.Of("document-type", a)), .. schema.MediaTypes.Select(t => SchemaId.Of("media-type", t.Alias))];

    public IReadOnlyList<PropertyProblem> Problems(SaveWebhook.Command command)
    {
        var problems = new List<PropertyProblem>();
        void Add(string place, Sentence? sentence)
        {
            if (sentence is not null)
                problems.Add(new PropertyProblem("", place, sentence));
        }

        Add("url", rules.Problem(command.Url));
        Add("name", Line(command.Name, LongestName));
        Add("description", command.Description?.Length > LongestDescription ? (Sentence)$"is longer than {LongestDescription} characters" : null);
        Add("events", command.Events.Count == 0 ? (Sentence)"choose at least one event" : null);
        foreach (var alias in command.Events.Where(e => !WebhookEvents.All.Contains(e)))
            Add("events", $"there is no event {alias}");
        foreach (var type in command.Types.Where(t => !types.Contains(t)))
            Add("contentTypeKeys", $"there is no type {type}");
        Add("headers", command.Headers.Count > MostHeaders ? (Sentence)$"has {command.Headers.Count} entries, at most {MostHeaders} are allowed" : null);
        foreach (var (name, value) in command.Headers)
            Add("headers", Header(name, value));
        return problems;
    }

    private static Sentence? Line(string text, int longest) =>
        text.Length > longest ? (Sentence)$"is longer than {longest} characters" : text.Any(char.IsControl) ? (Sentence)"must be one line without control characters" : null;

    private static Sentence? Header(string name, string value)
    {
        if (name.Length is 0 or > 100 || name.AsSpan().ContainsAnyExcept(Token))
            return $"“{name}” is no name of a header";
        if (Ours.Any(o => o.EndsWith('-') ? name.StartsWith(o, StringComparison.OrdinalIgnoreCase) : name.Equals(o, StringComparison.OrdinalIgnoreCase)))
            return $"the header {name} is set by the site itself";
        return value.Length > LongestHeader || value.Any(c => c is < ' ' or > '~') ? (Sentence)$"the value of the header {name} must be one line of at most {LongestHeader} ASCII characters" : null;
    }
}
