using System.Collections.Frozen;
using System.Text.Json;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>Words of the guardrails. Data, in <c>guard.json</c>.</summary>
internal static class Guard
{
    private static readonly FrozenDictionary<string, string[]> Lists = Read();

    public static string[] List(string name) => Lists[name];

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(Guard).Assembly.GetManifestResourceStream("guard.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!.ToFrozenDictionary();
    }
}
