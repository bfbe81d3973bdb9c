using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Site;

/// <summary>axe-core in a tab: WCAG 2.0–2.2 A and AA and best practice.</summary>
/// <param name="source">The script itself.</param>
internal sealed class Axe(string source)
{
    // Target size is off by default in axe-core; it is part of WCAG 2.2 AA.
    private const string Run = """
        async ([what, looks]) => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const colours = ["color-contrast", "link-in-text-block"];
          const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"], preload: false };
          if (what === "structure") for (const rule of colours) options.rules[rule] = { enabled: false };
          if (what === "sizes") { options.runOnly = { type: "rule", values: ["target-size", "scrollable-region-focusable"] }; delete options.rules; }
          if (what === "looks") { options.runOnly = { type: "rule", values: colours }; delete options.rules; }
          const within = looks ? { include: looks.map(l => window.looks.get(l)) } : document;
          const found = await axe.run(within, options);
          return JSON.stringify(found.violations.flatMap(v => v.nodes.map(n =>
            `${v.id}: ${n.target.join(" ")} – ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? v.help}`)));
        }
        """;

    // What text looks like: its elements up to the root, with their classes, colours and grounds. One element for each look.
    private const string Looks = """
        () => {
          const known = new Map(), looks = window.looks = new Map();
          const hash = (seed, text) => { let h = seed | 0; for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619); return h; };
          const of = e => {
            if (!e) return [17, 31];
            if (known.has(e)) return known.get(e);
            const s = getComputedStyle(e), above = of(e.parentElement);
            const own = [e.localName, e.getAttribute("class"), s.color, s.fill, s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, s.position, s.textShadow].join("|");
            known.set(e, [hash(above[0], own), hash(above[1], own + e.localName)]);
            return known.get(e);
          };
          const size = s => { const px = parseFloat(s.fontSize); return px >= 24 || (px >= 18.66 && s.fontWeight >= 700) ? "large" : "small"; };
          for (const e of document.querySelectorAll("body, body *")) {
            const speaks = e.matches("input, select, textarea, button, a") || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            if (!speaks || !e.checkVisibility({ visibilityProperty: true })) continue;
            const look = of(e).join() + size(getComputedStyle(e)) + getComputedStyle(e).textDecorationLine;
            if (!looks.has(look)) looks.set(look, e);
          }
          return [...looks.keys()];
        }
        """;

    private readonly ConcurrentDictionary<string, bool> judged = new();

    /// <summary>Every rule on the whole page as it stands.</summary>
    public Task<string[]> All(IPage tab) => In(tab, "all");

    /// <summary>Every rule that does not ask for colours: those that another width can break.</summary>
    public Task<string[]> Structure(IPage tab) => In(tab, "structure");

    /// <summary>The rules that larger type can break.</summary>
    public Task<string[]> Sizes(IPage tab) => In(tab, "sizes");

    /// <summary>
    /// The rules about colours, on every look that they have not judged yet under <paramref name="view"/>: what has the same
    /// elements, classes, colours and grounds up to the root on another page has the same contrast there.
    /// </summary>
    public async Task<string[]> NewLooks(IPage tab, string view)
    {
        var looks = (await tab.EvaluateAsync<string[]>(Looks)).Where(l => judged.TryAdd($"{view} {l}", true)).ToArray();
        return looks.Length == 0 ? [] : await In(tab, "looks", looks);
    }

    private async Task<string[]> In(IPage tab, string what, string[]? looks = null)
    {
        // Evaluated from outside: the site's own policy would refuse an injected script element.
        if (!await tab.EvaluateAsync<bool>("() => 'axe' in window"))
            await tab.EvaluateAsync(source);
        return JsonSerializer.Deserialize<string[]>(await tab.EvaluateAsync<string>(Run, new object?[] { what, looks }))!;
    }
}
