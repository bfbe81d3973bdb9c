namespace ParkBrand.Search.Matching;

/// <summary>What somebody needs: hard needs rule parks out, wishes put them in order. Immutable.</summary>
public sealed class Needs
{
    /// <summary>Parameter that names the needs that are only wished for.</summary>
    public const string Wish = "prefer";

    public static readonly Needs None = new([]);

    public Needs(IEnumerable<Need> all)
        : this(all.OrderBy(n => n.Field.Place).ToArray())
    {
    }

    /// <param name="ordered">In the order of <see cref="NeedField.All"/>.</param>
    private Needs(Need[] ordered)
    {
        All = ordered;
        Must = All.Where(n => n.Must).ToArray();
        Wished = All.Where(n => !n.Must).ToArray();
    }

    /// <summary>In the order of <see cref="NeedField.All"/>.</summary>
    public IReadOnlyList<Need> All { get; }
    public IReadOnlyList<Need> Must { get; }
    public IReadOnlyList<Need> Wished { get; }

    public Need? this[string name] => All.FirstOrDefault(n => n.Name == name);

    public Needs Without(Need need) => new(All.Where(n => n.Name != need.Name).ToArray());

    /// <summary>A need that stands for the one of its name.</summary>
    public Needs With(Need need) => this[need.Name] is null ? new(All.Append(need)) : new(All.Select(n => n.Name == need.Name ? need : n).ToArray());

    public Needs Eased(IReadOnlyList<Step> steps)
    {
        var eased = new List<Need>(All.Count);
        foreach (var need in All)
            if (steps.FirstOrDefault(s => s.Need.Name == need.Name) is not { } step)
                eased.Add(need);
            else if (step.To is not null)
                eased.Add(step.To);
        return new Needs(eased.ToArray());
    }

    /// <summary>The parameters that say the same.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters =>
        All.SelectMany(n => n.Values.Select(v => KeyValuePair.Create(n.Name, v)))
            .Concat(Wished.Select(n => KeyValuePair.Create(Wish, n.Name)));
}
