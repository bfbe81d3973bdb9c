using System.Text;
using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>Corrupts one word of a question that carries a need, as people do. The same question always comes out the same.</summary>
internal sealed partial class Mistypings
{
    /// <summary>With what an input method gives for the same sound, beside any character of that sound.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["厂房"] = "厂方 常房 长房", ["仓库"] = "苍库 沧库 舱库", ["办公"] = "半公 办工", ["实验室"] = "实演室 食验室", ["写字楼"] = "写字搂 写自楼", ["土地"] = "土弟 徒弟",
        ["行车"] = "航车 形车", ["承重"] = "成重 称重 程重", ["层高"] = "曾高 层搞", ["净高"] = "境高 进高", ["租金"] = "阻金 租今", ["平方"] = "平房 凭方", ["平米"] = "平迷 瓶米", ["平"] = "瓶 苹 屏", ["吨"] = "顿 墩", ["米"] = "迷 谜",
        ["块"] = "快 筷", ["千"] = "签 迁", ["万"] = "玩 湾", ["百"] = "白 摆", ["分钟"] = "分中 份钟", ["亩"] = "母 牧", ["洁净"] = "结净 洁静", ["蒸汽"] = "争气 征汽", ["天然气"] = "天燃气 天然汽", ["废水"] = "费水 肺水", ["废气"] = "费气 肺气",
        ["高铁"] = "高贴 高帖", ["机场"] = "鸡场 几场", ["食堂"] = "时堂 实堂", ["宿舍"] = "诉舍 宿社", ["公寓"] = "公遇 公玉", ["硕士"] = "朔士 硕是", ["博士"] = "博是 勃士", ["本科"] = "本课 本颗", ["大专"] = "大砖 大转", ["月薪"] = "越薪 月新",
        ["以内"] = "已内 一内", ["以上"] = "已上 一上", ["不超过"] = "不抄过 不朝过", ["不低于"] = "不底于 不滴于", ["花桥"] = "华桥 花乔", ["张浦"] = "章浦 张铺", ["周市"] = "周式 州市", ["千灯"] = "签灯 千登", ["高新区"] = "高心区 高欣区", ["开发区"] = "开法区 凯发区",
    };

    private static readonly string[] ByLength = [.. Words.Keys.OrderByDescending(w => w.Length)];
    private static readonly HashSet<string> English = [.. "factory warehouse office laboratory lab workshop crane tonnes square metres meters sqm ceiling height steam gas waste water exhaust cleanroom railway airport motorway minutes canteen dormitory rent huaqiao zhangpu zhoushi bachelor master salary".Split(' ')];
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private readonly Snapshot snapshot;
    private readonly ILookup<string, char> bySound, byLooseSound;

    public Mistypings(Snapshot snapshot)
    {
        this.snapshot = snapshot;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // The common characters, as the first level of the national standard has them.
        var common = Encoding.GetEncoding("gb2312").GetString([.. Enumerable.Range(0xb0, 0xd7 - 0xb0).SelectMany(high => Enumerable.Range(0xa1, 94).SelectMany(low => new[] { (byte)high, (byte)low }))]);
        bySound = common.ToLookup(Sound);
        byLooseSound = common.ToLookup(c => Wording.SoundOf(snapshot, [c]));
    }

    /// <returns>Class and question.</returns>
    public IEnumerable<(string Class, string Question)> Of(string question)
    {
        var at = 0;
        int Turn(int of) => Math.Abs(Steady.Of($"{question}{at++}")) % of;
        foreach (var (start, word) in Chinese(question))
        {
            string Put(string typed) => string.Concat(question.AsSpan(0, start), typed, question.AsSpan(start + word.Length));
            var (i, given) = (Turn(word.Length), Words[word].Split(' '));
            yield return ("input method", Put(given[Turn(given.Length)]));
            if (bySound[Sound(word[i])].Where(c => c != word[i]).ToList() is { Count: > 0 } same)
                yield return ("same sound", Put(word[..i] + same[Turn(same.Count)] + word[(i + 1)..]));
            if (byLooseSound[Wording.SoundOf(snapshot, [word[i]])].Where(c => Sound(c) != Sound(word[i])).ToList() is { Count: > 0 } near)
                yield return ("near sound", Put(word[..i] + near[Turn(near.Count)] + word[(i + 1)..]));
            if (word.Length > 1 && Turn(word.Length - 1) is var j)
                yield return ("swapped", Put(word[..j] + word[j + 1] + word[j] + word[(j + 2)..]));
            if (word.Length > 2)
                yield return ("left out", Put(word.Remove(i, 1)));
            yield return ("doubled", Put(word[..i] + word[i] + word[i..]));
        }

        foreach (Match number in Numbers().Matches(question))
        {
            var n = number.Value;
            string Put(string typed) => string.Concat(question.AsSpan(0, number.Index), typed, question.AsSpan(number.Index + n.Length));
            if (n.Contains('0', StringComparison.Ordinal))
                yield return ("digits", Put(n.Replace('0', 'O')));
            if (n.Length >= 4 && n.EndsWith("00", StringComparison.Ordinal))
                yield return ("digits", Put(n[..^3] + new[] { " ", "\u3001", "\uff0c" }[Turn(3)] + n[^3..]));
            yield return ("digits", Put(string.Concat(n.Select(c => (char)(c + 0xfee0)))));
        }

        foreach (Match said in Latin().Matches(question).Where(m => English.Contains(m.Value)))
        {
            var w = said.Value;
            string Put(string typed) => string.Concat(question.AsSpan(0, said.Index), typed, question.AsSpan(said.Index + w.Length));
            var i = 1 + Turn(w.Length - 2);
            if (w[i] != w[i + 1])
                yield return ("letters swapped", Put(w[..i] + w[i + 1] + w[i] + w[(i + 2)..]));
            yield return ("letter left out", Put(w.Remove(i, 1)));
            yield return ("letter doubled", Put(w[..i] + w[i] + w[i..]));
            var row = Array.Find(Rows, r => r.Contains(w[i]))!;
            yield return ("key beside", Put(w[..i] + row[row.IndexOf(w[i], StringComparison.Ordinal) is > 0 and var k ? k - 1 : 1] + w[(i + 1)..]));
            if (said.Index + w.Length is var end && Latin().Match(question, end) is { Success: true } next && next.Index == end + 1 && question[end] == ' ' && English.Contains(next.Value))
                yield return ("run together", question.Remove(end, 1));
        }
    }

    private string Sound(char c) => Wording.Sounds(snapshot, c.ToString())[0];

    /// <summary>A word of one character counts only behind a number.</summary>
    private static IEnumerable<(int Start, string Word)> Chinese(string question)
    {
        for (var i = 0; i < question.Length; i++)
            if (Array.Find(ByLength, w => string.CompareOrdinal(question, i, w, 0, w.Length) == 0 && (w.Length > 1 || (i > 0 && Amount().IsMatch(question[i - 1].ToString()) && !Behind().IsMatch(question[(i + 1)..])))) is { } word)
            {
                yield return (i, word);
                i += word.Length - 1;
            }
    }

    [GeneratedRegex("[0-9一二两三四五六七八九十百千万半]")]
    private static partial Regex Amount();

    /// <summary>A platform, a grade, a length: no unit of a need.</summary>
    [GeneratedRegex("^[台均面长级伏]")]
    private static partial Regex Behind();

    [GeneratedRegex("(?<![a-zA-Z0-9.,-])[1-9][0-9]+(?![0-9.,年月])")]
    private static partial Regex Numbers();

    [GeneratedRegex("(?<![a-zA-Z0-9-])[a-z]{3,}(?![a-zA-Z-])")]
    private static partial Regex Latin();

    private static class Steady
    {
        /// <summary>The same in every run.</summary>
        public static int Of(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c)) & int.MaxValue;
    }
}
