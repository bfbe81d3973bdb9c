using ParkBrand.Media;

namespace ParkBrand.Web.Verbs;

/// <summary>Started by the server itself, never by people: decodes pictures apart from the site.</summary>
internal static class MediaWorker
{
    public static Task<int> Run() => MediaModule.RunWorker();
}
