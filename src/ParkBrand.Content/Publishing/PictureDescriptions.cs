using System.Text.Json;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>
/// Whoever does not see a picture hears its description, so it has one in every language in which it goes public. What all
/// languages share goes public in those that are out already, too.
/// </summary>
internal static class PictureDescriptions
{
    /// <param name="cultures">The languages that are to be published.</param>
    public static List<PropertyProblem> Missing(WriteSession session, Guid document, IReadOnlyList<Reference> references, IReadOnlyCollection<string> cultures)
    {
        var pictures = references.Where(r => r.IsMedia).ToList();
        if (pictures.Count == 0)
            return [];
        var tree = new MediaTree(session);
        var shared = session.Publications(document).Select(p => p.Culture).Where(c => c.Length > 0).Union(cultures).ToList();
        var problems = new List<PropertyProblem>();
        foreach (var reference in pictures)
        {
            if (tree.Find(reference.Target) is not { IsFolder: false } row || MediaItem.TypeOf(session.Schema, row) != MediaItem.PictureType)
                continue;
            var alt = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Alt)!;
            foreach (var language in session.Schema.Languages)
                if ((reference.Culture.Length == 0 ? shared.Contains(language.IsoCode) : reference.Culture == language.IsoCode && cultures.Contains(language.IsoCode))
                    && string.IsNullOrWhiteSpace(alt.GetValueOrDefault(language.IsoCode)))
                    problems.Add(new PropertyProblem(reference.Culture, reference.Property, Sentence(tree, row, language.Name)));
        }

        return problems;
    }

    // The name of a picture that stands in nobody's folder but others' stays untold.
    private static Sentence Sentence(MediaTree tree, MediaRow row, string language) => tree.Sees(row)
        ? (Sentence)$"the picture “{row.Name}” has no description in {language}: open it in the media section, describe it and save it, then publish again"
        : $"a picture that you do not look after has no description in {language}: ask whoever does to describe it, or take another one";
}
