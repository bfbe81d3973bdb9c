using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>A request's content as the content engine takes it.</summary>
/// <param name="Slug">Last part of the address; null when the request does not say.</param>
/// <param name="BasedOn">The version that the editor started from; null when the request does not say.</param>
internal sealed record ReadContent(DocumentContent Content, string? Slug, int? BasedOn, IReadOnlyList<PropertyProblem> Problems, Places Places)
{
    public Dictionary<string, string[]> Errors(HttpContext http, IEnumerable<PropertyProblem> problems)
    {
        var wording = Wording.Of(http);
        return problems.GroupBy(p => Places.Of(p.Culture, p.Path)).ToDictionary(g => g.Key, g => g.Select(p => wording.Say(p.Sentence)).Distinct().ToArray());
    }
}

/// <summary>Turns what the client sends into content, and its outcome back into problems on the client's fields.</summary>
internal sealed class ContentReader(EditorSchema schema, OpenDocument documents)
{
    /// <summary>For a document that is there; one that the editor may not know of is not.</summary>
    public async Task<IResult> Existing(HttpContext http, Guid id, IContentRequest request, bool guarded, Func<ReadContent, Task<IResult>> run)
    {
        if (documents.Draft(http.Actor(), id) is not { IsOk: true, Value: { } document } || !schema.Content.DocumentTypes.TryGetValue(document.Card.Type, out var type))
            return Answer.NotFound(http);
        var content = Read(http.Actor(), type, request);
        if (guarded && content.BasedOn is null)
            return Answer.Problem(http, StatusCodes.Status400BadRequest, Wording.Of(http).Say("the request does not keep to the interface at {0}", "$.variants[*].updateDate"));
        return await Run(http, content, run);
    }

    public Task<IResult> New(HttpContext http, Guid documentType, IContentRequest request, Func<string, ReadContent, Task<IResult>> run) =>
        schema.Alias(documentType) is not { } alias
            ? Task.FromResult(Answer.Problem(http, StatusCodes.Status400BadRequest, Wording.Of(http).Say("the request does not keep to the interface at {0}", "$.documentType.id")))
            : Run(http, Read(http.Actor(), schema.Content.DocumentTypes[alias], request), content => run(alias, content));

    private static async Task<IResult> Run(HttpContext http, ReadContent content, Func<ReadContent, Task<IResult>> run) => content.Problems.Count == 0
        ? await run(content)
        : Answer.Problem(http, StatusCodes.Status400BadRequest, Wording.Of(http).Say("some values cannot be taken"), content.Errors(http, content.Problems));

    private ReadContent Read(Actor actor, DocumentType type, IContentRequest request)
    {
        var stored = new StoredValues(schema.Content, target => documents.Draft(actor, target).Value?.Path);
        var invariant = new JsonObject();
        var cultures = new Dictionary<string, CultureContent>();
        foreach (var property in type.Properties.Where(p => !p.Variant))
            stored.Places.Add("", property.Alias, "$." + Places.Value(property.Alias, null));
        foreach (var variant in request.Variants)
            if (variant.Culture is not { Length: > 0 } culture || variant.Segment is not null || !cultures.TryAdd(culture, new CultureContent(variant.Name, [])))
                stored.Problems.Add(new PropertyProblem(variant.Culture ?? "", "$", $"is not a language of this site"));
            else
                foreach (var property in type.Properties.Where(p => p.Variant))
                    stored.Places.Add(culture, property.Alias, "$." + Places.Value(property.Alias, culture));
        var slug = Slug(type, request, stored);
        foreach (var value in request.Values.Where(v => v.Value is not null && !(v.Alias == UrlSegment.Alias && UrlSegment.Of(type))))
            if (string.IsNullOrEmpty(value.Culture))
                stored.Put(invariant, type, "", value.Alias, value.Value, value.Alias, "$." + Places.Value(value.Alias, null));
            else if (cultures.TryGetValue(value.Culture, out var part))
                stored.Put(part.Values, type, value.Culture, value.Alias, value.Value, value.Alias, "$." + Places.Value(value.Alias, value.Culture));
        // A value of a language that the request does not name stays what it is: that language is not being saved.
        return new ReadContent(new DocumentContent(invariant, cultures), slug, request.Variants.Max(v => EditStamp.Version(v.UpdateDate)), stored.Problems, stored.Places);
    }

    private static string? Slug(DocumentType type, IContentRequest request, StoredValues stored)
    {
        if (!UrlSegment.Of(type))
            return null;
        // Also when the request does not say one: the name it was taken from may be the trouble.
        stored.Places.Add("", "slug", "$." + Places.Value(UrlSegment.Alias, null));
        if (request.Values.FirstOrDefault(v => v.Alias == UrlSegment.Alias) is not { Value: { } value } sent)
            return null;
        if (string.IsNullOrEmpty(sent.Culture) && value is JsonValue text && text.TryGetValue<string>(out var slug))
            return slug.Trim() is { Length: > 0 } chosen ? chosen : null;
        stored.Problems.Add(new PropertyProblem("", "slug", "must be a text"));
        return null;
    }
}
