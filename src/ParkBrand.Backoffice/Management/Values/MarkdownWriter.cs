using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>Writes HTML as Markdown, in the form in which the content files are written.</summary>
internal sealed partial class MarkdownWriter(bool escaping)
{
    private static readonly SearchValues<char> Awkward = SearchValues.Create("() \n<>");

    public string Write(IElement body) => Blocks(body).Trim('\n');

    private string Blocks(INode parent)
    {
        var parts = new List<string>();
        var inline = new StringBuilder();
        foreach (var node in parent.ChildNodes)
            if (node is IElement element && NormalMarkup.Blocks.Contains(element.LocalName))
            {
                Flush();
                parts.Add(Block(element));
            }
            else
                Inline(node, inline);
        Flush();
        return string.Join("\n\n", parts.Where(p => p.Length > 0));

        void Flush()
        {
            if (inline.ToString().Trim() is { Length: > 0 } text)
                parts.Add(Line(text));
            inline.Clear();
        }
    }

    private string Block(IElement element) => element.LocalName switch
    {
        "p" => Line(Text(element)),
        ['h', >= '1' and <= '6'] and [_, var level] => new string('#', level - '0') + " " + Text(element).Replace("\\\n", " ", StringComparison.Ordinal).Replace('\n', ' '),
        "hr" => "---",
        "pre" => Fenced(element),
        "blockquote" => Prefixed(Blocks(element), "> ", "> ").Replace("> \n", ">\n", StringComparison.Ordinal),
        "ul" => Items(element, _ => "- "),
        "ol" => Items(element, i => (Start(element) + i).ToString(CultureInfo.InvariantCulture) + ". "),
        "table" => Table(element),
        _ => Blocks(element),
    };

    private static int Start(IElement list) => int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;

    private static string Fenced(IElement pre)
    {
        var code = pre.TextContent.TrimEnd('\n');
        var fence = new string('`', Math.Max(3, Ticks().Matches(code).Select(m => m.Length + 1).DefaultIfEmpty(3).Max()));
        return $"{fence}\n{code}\n{fence}";
    }

    private string Items(IElement list, Func<int, string> marker)
    {
        var items = list.Children.Where(c => c.LocalName == "li").ToList();
        // Each paragraph on its own makes a list loose; one line an item is how lists are written.
        var loose = items.Any(i => i.Children.Count(c => c.LocalName == "p") > 1);
        return string.Join(loose ? "\n\n" : "\n", items.Select((item, i) =>
        {
            var content = Blocks(item);
            if (!loose)
                content = content.Replace("\n\n", "\n", StringComparison.Ordinal);
            return Prefixed(content, marker(i), new string(' ', marker(i).Length));
        }));
    }

    private static string Prefixed(string text, string first, string others)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Select((l, i) => i == 0 ? first + l : l.Length == 0 ? others.TrimEnd() + (others[0] == '>' ? " " : "") : others + l));
    }

    private string Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(r => r.Children.Where(c => c.LocalName is "td" or "th")
            .Select(c => Bar().Replace(Blocks(c).Replace("\\\n", " ", StringComparison.Ordinal).Replace('\n', ' '), "\\|")).ToList()).Where(r => r.Count > 0).ToList();
        if (rows.Count == 0)
            return "";
        var lines = rows.ConvertAll(r => "| " + string.Join(" | ", r) + " |");
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat("---|", rows[0].Count)));
        return string.Join('\n', lines);
    }

    private string Text(INode parent)
    {
        var text = new StringBuilder();
        foreach (var child in parent.ChildNodes)
            Inline(child, text);
        return text.ToString().Trim();
    }

    private void Inline(INode node, StringBuilder text)
    {
        if (node is IText words)
        {
            var plain = Space().Replace(words.Data, m => m.Value.Contains('\n', StringComparison.Ordinal) ? "\n" : " ");
            if (text.Length > 1 && text[^1] == '\n')
                plain = plain.TrimStart();
            text.Append(escaping ? Signs().Replace(plain, "\\$0") : plain);
        }
        else if (node is IElement element)
            text.Append(element.LocalName switch
            {
                "br" => "\\\n",
                "strong" or "b" => $"**{Text(element)}**",
                "em" or "i" => $"*{Text(element)}*",
                "code" => Code(element.TextContent),
                "a" => $"[{Text(element)}]({Destination(element.GetAttribute("href") ?? "")})",
                "img" => $"![{element.GetAttribute("alt")}]({Destination(element.GetAttribute("src") ?? "")})",
                _ => Text(element),
            });
    }

    private static string Code(string code)
    {
        var ticks = new string('`', Ticks().Matches(code).Select(m => m.Length + 1).DefaultIfEmpty(1).Max());
        return code.StartsWith('`') || code.EndsWith('`') ? $"{ticks} {code} {ticks}" : $"{ticks}{code}{ticks}";
    }

    private static string Destination(string address) => address.AsSpan().IndexOfAny(Awkward) < 0 ? address : $"<{address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";

    // At the beginning of a line more signs mean something.
    private string Line(string text) => escaping ? string.Join('\n', text.Split('\n').Select(l => Opening().Replace(l.TrimStart(), "$1\\$2"))) : text;

    [GeneratedRegex(@"[\\`*_\[\]<>|&!]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"^(\d{0,9})([-+#=~.)])")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Space();
}
