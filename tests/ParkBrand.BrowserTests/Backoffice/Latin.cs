using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>Words in Latin letters that a person sees or hears on a screen of the client, and may not.</summary>
internal sealed partial class Latin
{
    // What stands on the screen or is read out: texts and attributes, through open shadow roots, without what an editor wrote into a field.
    private const string Seen = """
        () => {
          const found = new Map();
          const path = e => { const p = []; for (let n = e; n && p.length < 4; n = n.parentElement ?? n.getRootNode().host) p.unshift(n.localName); return p.join('>'); };
          const note = (text, at) => { const t = text.replace(/\s+/g, ' ').trim(); if (t && !found.has(t)) found.set(t, at); };
          const walk = node => {
            if (node.nodeType === 3) return note(node.data, path(node.parentElement ?? node.getRootNode().host));
            if (node.nodeType === 1) {
              if (/^(style|script|template|code|umb-input-multiple-text-string-item)$/.test(node.localName) || node.isContentEditable) return;
              // In a comparison of versions the second column is content.
              if (node.localName === 'uui-table-cell' && node.previousElementSibling && node.getRootNode().host?.localName === 'umb-content-rollback-modal') return;
              if (!node.checkVisibility({ visibilityProperty: true }) && getComputedStyle(node).display !== 'contents') return;
              // The title of a property's label is its alias, for whoever maintains the model.
              for (const a of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt'])
                if (node.hasAttribute(a) && !(a === 'title' && node.localName === 'uui-label')) note(node.getAttribute(a), `${path(node)}@${a}`);
              if (node.localName === 'slot') return (node.assignedNodes().length ? node.assignedNodes() : [...node.childNodes]).forEach(walk);
            }
            (node.shadowRoot ?? node).childNodes.forEach(walk);
          };
          note(document.title, 'title');
          walk(document.body);
          return JSON.stringify([...found]);
        }
        """;

    // Our name, the other language's own name, the browser's, keys of the keyboard, coordinates and units.
    private static readonly string[] Fixed = ["ParkBrand", "English", "Chrome", "Shift", "Tab", "Esc", "Ctrl", "WGS", "kVA", "kV", "kW", "kWh", "mu", "Gbps", "EUR", "Kunshan", "Innovation", "Parks", "value", "key"];

    private readonly HashSet<string> allowed = [.. Fixed];

    private readonly string content;

    /// <param name="also">Names of accounts and documents that the screens show.</param>
    public Latin(params IEnumerable<string> also)
    {
        content = File.ReadAllText(RepositoryRoot.File("umbraco.json")) + string.Join('|', also);
        // Chinese content has abbreviations and product names of its own.
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.File("content"), "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal)))
            foreach (var line in File.ReadLines(file).Where(l => Han().IsMatch(l)))
                allowed.UnionWith(Word().Matches(FieldName().Replace(line, " ")).Select(m => m.Value));
        foreach (var text in also)
            allowed.UnionWith(Word().Matches(text).Select(m => m.Value));
    }

    /// <returns>Text and place of each finding.</returns>
    public async Task<string[]> On(IPage tab, bool chinese = true)
    {
        var texts = JsonSerializer.Deserialize<string[][]>(await tab.EvaluateAsync<string>(Seen).WaitAsync(TimeSpan.FromSeconds(20)))!;
        return [.. texts.Where(t => chinese ? IsForeign(t[0]) : IsNotEnglish(t[0])).Select(t => $"“{t[0][..Math.Min(t[0].Length, 120)]}” at {t[1]}")];
    }

    public bool IsForeign(string text) => Word().Matches(Address().Replace(text, " ")).Any(m => !allowed.Contains(m.Value)) || Key().IsMatch(text);

    // Content keeps its language; whatever else is Chinese is a leftover.
    private bool IsNotEnglish(string text) => Key().IsMatch(text) || Han().Matches(text).Any(m => !content.Contains(m.Value, StringComparison.Ordinal));

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\w-]+:(?=\s)")]
    private static partial Regex FieldName();

    [GeneratedRegex(@"[\u3400-\u9fff]+")]
    private static partial Regex Han();

    // A key of a wording that was not found.
    [GeneratedRegex(@"#[a-z]\w*_\w+|\b(parkbrand|label)_\w+")]
    private static partial Regex Key();

    // Mail and web addresses, paths, file names, identifiers.
    [GeneratedRegex(@"\S+@\S+\.\w+|https?://\S+|/[\w/.-]+|[\w-]+\.(svg|png|jpe?g|webp|avif|pdf|mp4|vtt|docx|xlsx|csv)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
