using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>Concludes what kind of thing is looked for from what was said.</summary>
internal static class Sought
{
    private const decimal LeastPay = 3000;

    public static (Seek? Seek, bool Sure) Of(Reading read)
    {
        bool Says(string prefix) => read.Wanted.Exists(w => w.Name.StartsWith(prefix, StringComparison.Ordinal));
        bool Seeks(Seek seek) => read.Seeks.Contains(seek);
        // Who comes to look needs somebody to open the door, whatever there is to see or to book.
        if (read.Cues.Contains("visit") && !Seeks(Seek.Job))
            return (Seek.Contact, true);
        var money = Seeks(Seek.Policy) || Seeks(Seek.Finance);
        // A pilot line that somebody wants to borrow or to book is no space; to buy or to rent alone is said of machines and of flats, too.
        var space = read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && !read.IsAnyCleanRoom(w) && !(w is { Name: "kind", Value: "pilot" } && Seeks(Seek.Resource))
            && !(w.Name == "tenure" && (money || read.Policies.Count > 0 || Seeks(Seek.Resource))));
        // A text about work is no work.
        if (Seeks(Seek.Story) && !read.AsksForPost)
            return (Seek.Story, true);
        // Who studies or has a sample wants to use something, who tells of an apprenticeship or no diploma wants work; a company's own trade is neither.
        var measured = read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && w.Name != "tenure" && !read.IsAnyCleanRoom(w));
        var open = !measured && read.Parks.Count == 0 && read.Seeks.TrueForAll(s => s == Seek.Resource) && !read.Cues.Contains("makes");
        if (open && (read.Cues.Contains("study") || (read.Cues.Contains("resource hint") && !Says("job."))))
            return (Seek.Resource, true);
        // "Where can cells be burnt for a test" asks for a device or a laboratory of others.
        if (!read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && NeedNames.IsNumber(w.Name)) && read.Parks.Count == 0 && !Seeks(Seek.Job) && !Seeks(Seek.Park) && !money && !read.Cues.Contains("makes") && read.AsksWhereTested)
            return (Seek.Resource, true);
        // Who tells of no diploma wants no clean room but to work in it.
        if (read.Cues.Contains("job hint") && (Says("job.") || read.Years is not null) && read.Parks.Count == 0 && !money && !read.Cues.Contains("makes") && !read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && NeedNames.IsNumber(w.Name)))
            return (Seek.Job, true);
        // A degree and years of work are told by who looks for it.
        if (Says("job.degree") && read.Years > 0 && read.Parks.Count == 0 && !money && !Seeks(Seek.Space) && !Seeks(Seek.Park) && !read.Cues.Contains("makes") && !read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name)))
            return (Seek.Job, true);
        if (open && (read.Cues.Contains("job hint") || (read.Years is not null && !Seeks(Seek.Resource))))
            return (Seek.Job, true);
        // Who tells what they do for a living looks for such work, unless room of some size is needed.
        var alone = read.Parks.Count == 0 && read.Seeks.TrueForAll(s => s is Seek.Resource or Seek.Job) && !read.Cues.Contains("makes") && !read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && NeedNames.IsNumber(w.Name));
        var trades = read.Wanted.Exists(w => w.Name == "tenure") && read.Wanted.Exists(w => w is { Name: "kind", Not: false }); // who buys or rents a hall wants that
        if (alone && !trades && (read.TellsWork || ((Says("job.degree") || read.Years is not null) && !read.Wanted.Exists(w => w.Name is "kind" or "cleanroom") && read.Uses.Count == 0)))
            return (Seek.Job, true);
        if (read.TellsYears && !money && read.Parks.Count == 0 && read.Seeks.TrueForAll(s => s == Seek.Space) && !read.Cues.Contains("makes") && !read.Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name)))
            return (Seek.Job, true);
        if (read.Wanted.Exists(w => w.Name is "job.payMax") || (Seeks(Seek.Job) && (!money || Says("job.") || read.AsksWhichPost)) || (!money && !space && read.Wanted.Exists(w => w.Name is "job.degree" or "job.jobType")))
            return (Seek.Job, true);
        // Somebody of an occupation, and money that only a month's pay can be.
        if (read.Cues.Contains("occupation") && !space && !money && read.Parks.Count + read.Seeks.Count == 0 && read.Others.Exists(o => o.Value >= LeastPay && o.Unit is UnitKind.None or UnitKind.Money))
            return (Seek.Job, true);
        if (Seeks(Seek.Story))
            return (Seek.Story, true);
        if ((Seeks(Seek.Finance) || (Says("financeProduct.") && !space && !Seeks(Seek.Resource))) && !Seeks(Seek.Park))
            return (Seek.Finance, true);
        if ((Seeks(Seek.Policy) || (read.Policies.Count > 0 && read.Parks.Count == 0)) && !space && !(Seeks(Seek.Park) && read.AsksWhichPark))
            return (Seek.Policy, true);
        if ((Seeks(Seek.Resource) || Says("resource.")) && !space && !Seeks(Seek.Park) && !Seeks(Seek.Space))
            return (Seek.Resource, true);
        if (space || Seeks(Seek.Space))
            return (Seek.Space, true);
        if (Seeks(Seek.Contact) && read.Trades.Count == 0)
            return (Seek.Contact, true);
        // No post comes with what only a park has.
        if (Seeks(Seek.Park) || (!Seeks(Seek.Job) && read.Years is null && !read.Cues.Contains("job hint") && read.Wanted.Exists(w => w is { Name: "facilities", Must: true, Not: false, Value: "wasteWaterPlant" or "hazardousStore" or "bonded" or "testLab" or "logistics" })))
            return (Seek.Park, true);
        // Where something is measured is a laboratory or a device of others: only what else is said tells.
        if (read.Parks.Count + read.Seeks.Count + read.Techniques.Count == 0 && read.Uses.Any(u => u != "lab"))
            return (Seek.Space, true);
        if (read.Techniques.Count > 0 && read.Trades.Count == 0 && read.Parks.Count == 0)
            return (Seek.Resource, false);
        if ((read.Skills.Count > 0 && read.Trades.Count == 0 && read.Parks.Count == 0) || Says("job."))
            return (Seek.Job, false);
        return (read.Trades.Count + read.Wishes.Count > 0 || (read.Aliases.Count > 0 && read.Cues.Contains("makes")) || (read.Wanted.Count > 0 && (read.Parks.Count == 0 || read.Asked.Count == 0)) ? Seek.Park : null, false);
    }
}
