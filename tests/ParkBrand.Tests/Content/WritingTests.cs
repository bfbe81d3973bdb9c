using System.Text.RegularExpressions;

namespace ParkBrand.Tests.SampleCity;

/// <summary>How the content is written, and that nothing in it could be taken for a real person, company or line.</summary>
[Collection(nameof(City))]
public sealed partial class WritingTests(City city)
{
    // What is drawn from the plan or belongs to the site itself; everything else is sample data and says so.
    private static readonly string[] Unmarked = ["industry", "list", "home", "settings", "vocabulary"];

    [Fact]
    public void Everything_that_was_made_up_is_marked_as_a_sample()
    {
        City.None(from type in city.Now.Schema.DocumentTypes.Values
                  where !Unmarked.Contains(type.Alias) && type.Alias != "page"
                  from document in city.All(type.Alias)
                  let real = document.Path == "/policies/action-plan-2023-2025"
                  where city.Values(document).Flag("sample") == real
                  select $"{document}: sample is {city.Values(document).Flag("sample")}");
    }

    [Fact]
    public void Plain_pages_are_the_site_s_own_words() => City.None(city.All("page").Where(p => city.Values(p).Flag("sample")).Select(p => p.Path!));

    [Fact]
    public void Phones_lead_nowhere() =>
        City.None(from file in City.Files()
                  from Match match in Phone().Matches(file.Text)
                  where !match.Value.StartsWith("0512-0000", StringComparison.Ordinal)
                  select $"{file.Name}: {match.Value}");

    // Area code and number, mobile, service number, or digits enough to be one.
    [GeneratedRegex(@"(?<![\d.,-])(?:\+86[- ]?)?(?:0\d{2,3}[- ]\d{4}[- ]?\d{3,4}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|400[- ]?\d{3}[- ]?\d{4}|0\d{9,11})(?!\d)")]
    private static partial Regex Phone();

    [Fact]
    public void Mail_goes_only_to_the_domain_for_examples() =>
        City.None(from file in City.Files()
                  from Match match in Mail().Matches(file.Text)
                  where !match.Value.EndsWith("@example.cn", StringComparison.Ordinal)
                  select $"{file.Name}: {match.Value}");

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Mail();

    [Fact]
    public void No_address_of_another_site_is_given() =>
        City.None(from file in City.Files()
                  from Match match in Regex.Matches(file.Text, @"(https?:)?//[\w.-]+\.[a-z]{2,}")
                  select $"{file.Name}: {match.Value}");

    [Fact]
    public void No_number_could_be_an_identity_card() =>
        City.None(from file in City.Files()
                  from Match match in Regex.Matches(file.Text, @"(?<!\d)\d{17}[\dXx](?!\d)")
                  select $"{file.Name}: {match.Value}");

    [Fact]
    public void Punctuation_between_chinese_characters_is_full_width() =>
        City.None(from file in City.Files()
                  from Match match in HalfWidth().Matches(file.Text)
                  select $"{file.Name}: {match.Value}");

    [GeneratedRegex(@"[\u3400-\u9fff][,;:!?][\u3400-\u9fff]|[\u3400-\u9fff][()][^\n]?|[^\n\]][()][\u3400-\u9fff]|[\u3400-\u9fff]\.(?=[\u3400-\u9fff])")]
    private static partial Regex HalfWidth();

    [Fact]
    public void Texts_of_the_theme_keep_to_it_too()
    {
        var text = File.ReadAllText(RepositoryRoot.File("themes/kunshan/texts/zh-CN.json"));
        City.None(HalfWidth().Matches(text).Select(m => m.Value));
    }

    [Fact]
    public void Files_are_clean_text() =>
        City.None(from file in City.Files()
                  where file.Text.Contains('\r') || file.Text.Contains('\ufeff') || file.Text.Contains('\ufffd') || file.Text.Contains('\t') || !file.Text.EndsWith('\n') || Regex.IsMatch(file.Text, "[ \u3000]\n")
                  select file.Name);

    [Fact]
    public void Links_in_texts_stay_in_the_site_and_lead_somewhere()
    {
        City.None(from file in City.Files()
                  from Match match in Regex.Matches(file.Text, @"\]\((?<to>[^)]+)\)")
                  let to = match.Groups["to"].Value
                  let path = to.StartsWith("/en/", StringComparison.Ordinal) ? to[3..] : to
                  where path[0] != '/' || city.Now.Resolve(path.Split('#', '?')[0]).State != ParkBrand.Content.Snapshots.PathState.Live
                  select $"{file.Name}: {to}");
    }

    [Fact]
    public void Every_picture_says_what_it_shows_in_both_languages() =>
        City.None(from type in city.Now.Schema.DocumentTypes.Values
                  where type.Find("cover") is not null
                  from document in city.All(type.Alias)
                  let media = city.Now.Media(city.Values(document).Reference("cover"))
                  where media is null || media.Alt.Any(string.IsNullOrWhiteSpace)
                  select document.ToString());
}
