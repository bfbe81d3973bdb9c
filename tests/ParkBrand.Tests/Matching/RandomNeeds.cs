using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Tests.SampleCity;

namespace ParkBrand.Tests.Matching;

/// <summary>Needs as people might type them: values near those that the city has, so that some parks stay and some fall out.</summary>
internal sealed class RandomNeeds
{
    private static readonly decimal[] Factors = [0.6m, 0.9m, 1, 1, 1.1m, 1.5m];
    private static readonly string[] Words = ["\u7535\u6c60", "\u6fc0\u5149", "LED", "\u673a\u5668\u4eba", "AI", "\u7535\u9540", "\u5316\u5de5", "\u82af\u7247", "software"];

    private readonly City city;
    private readonly Dictionary<string, List<object>> pools;

    public RandomNeeds(City city)
    {
        this.city = city;
        pools = NeedField.All.ToDictionary(f => f.Name, Pool);
    }

    /// <param name="Field">Index of the field, <paramref name="Pick"/> of the value, <paramref name="More"/> of whatever else there is to choose.</param>
    public sealed record Wish(int Field, int Pick, int More, bool Must);

    public static Arbitrary<Wish[]> Arbitrary { get; } = Arb.From(
        (from field in Gen.Choose(0, NeedField.All.Count - 1)
         from pick in Gen.Choose(0, 9999)
         from more in Gen.Choose(0, 9999)
         from must in Gen.Choose(0, 4)
         select new Wish(field, pick, more, must > 0)).ArrayOf(),
        wishes => wishes.Select((_, i) => wishes.Where((_, j) => j != i).ToArray()));

    public Needs Read(IEnumerable<Wish> wishes)
    {
        var query = new List<KeyValuePair<string, string>>();
        foreach (var wish in wishes.DistinctBy(w => w.Field).Take(7))
        {
            var field = NeedField.All[wish.Field];
            query.AddRange(Values(field, wish).Select(v => KeyValuePair.Create(field.Name, v)));
            if (!wish.Must)
                query.Add(KeyValuePair.Create(Needs.Wish, field.Name));
        }

        var reader = new NeedsReader(city.Now);
        var needs = reader.Read(query);
        Assert.Empty(reader.Problems);
        return needs;
    }

    private IEnumerable<string> Values(NeedField field, Wish wish)
    {
        if (field.Shape == NeedShape.Flag)
            return ["1"];
        var pool = pools[field.Name];
        var first = pool[wish.Pick % pool.Count];
        return field.Shape switch
        {
            NeedShape.AtLeast or NeedShape.AtMost or NeedShape.Area => [Math.Clamp(Math.Round((decimal)first * Factors[wish.More % Factors.Length], 1), 0.1m, 100_000m).ToString(CultureInfo.InvariantCulture)],
            NeedShape.By => [((DateOnly)first).AddDays((wish.More % 90) - 60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            NeedShape.Words => [wish.More % 2 == 0 ? (string)first : $"{first} {pool[wish.More % pool.Count]}"],
            NeedShape.CleanClass => [(string)first],
            _ => new[] { (string)first, (string)pool[wish.More % pool.Count] }.Distinct().Take(1 + (wish.More % 2)),
        };
    }

    private List<object> Pool(NeedField field)
    {
        if (field.Shape == NeedShape.Words)
            return [.. Words];
        var documents = field.Level == NeedLevel.Park ? city.All("park") : city.All("space");
        return documents.SelectMany(d => Told(city.Values(d).Find(field.Alias))).Where(v => v is not ("none" or "either")).Distinct().ToList();
    }

    private IEnumerable<object> Told(object? value) => value switch
    {
        null or bool => [],
        Guid id => [city.Now.Find(id)!.Slug],
        Guid[] ids => ids.Select(i => city.Now.Find(i)).OfType<PublishedDocument>().Select(d => d.Slug),
        string[] texts => texts,
        _ => [value],
    };
}
