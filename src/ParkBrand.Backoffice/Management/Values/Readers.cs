using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>Makes values readable for whoever asks: in their language, and with no name that they may not know.</summary>
internal sealed class Readers(ContentSchema schema, BrowseDocuments documents, ReadMedia media)
{
    public ReadableValues For(HttpContext http)
    {
        var actor = http.Actor();
        var language = schema.Languages[Math.Max(0, schema.CultureIndex(http.Features.Get<EditorLanguage>()?.IsoCode ?? schema.DefaultLanguage.IsoCode))].IsoCode;
        return new ReadableValues(schema, schema.CultureIndex(language), Wording.Of(http), (id, isMedia) => isMedia
            ? media.Read(actor, [id]).Select(m => m.Name).FirstOrDefault()
            : documents.Items(actor, [id]).SelectMany(d => d.Variants).OrderBy(v => v.Culture != language).Select(v => v.Name).FirstOrDefault());
    }
}
