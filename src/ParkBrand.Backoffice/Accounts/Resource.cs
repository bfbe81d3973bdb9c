using System.Reflection;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>The files beside the code that are built into it: words, lists, looks.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("ParkBrand.Backoffice.Accounts.Resources." + name)!);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Lines(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#');
}
