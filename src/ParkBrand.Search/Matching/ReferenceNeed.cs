namespace ParkBrand.Search.Matching;

/// <summary>One of several documents: a sector, a district.</summary>
internal sealed record ReferenceNeed(NeedField Field, IReadOnlyList<(string Slug, Guid Id)> Wanted) : Need(Field)
{
    public override IReadOnlyList<string> Values => Wanted.Select(w => w.Slug).ToArray();

    internal override double Miss(Subject subject)
    {
        if (subject.Find(Field.Alias) is not Guid has)
            return TakenAway;
        foreach (var (_, id) in Wanted)
            if (id == has || (Field.Alias == "sector" && subject.Find("pioneers") is Guid[] pioneers && pioneers.Contains(id)))
                return 0;
        return OtherChoice;
    }

    /// <summary>The sector, or the district; of several industries the one that was asked for.</summary>
    internal override object? Has(Subject subject)
    {
        var slugs = subject.Slugs(subject.Find(Field.Alias));
        if (Field.Alias == "sector")
            slugs = slugs.Concat(subject.Slugs(subject.Find("pioneers"))).ToList();
        return slugs.FirstOrDefault(s => Wanted.Any(w => w.Slug == s)) ?? slugs.FirstOrDefault();
    }

    internal override Need? Eased(Subject subject) =>
        subject.Find(Field.Alias) is Guid id && subject.Snapshot.Find(id) is { } document ? this with { Wanted = [.. Wanted, (document.Slug, id)] } : null;
}
