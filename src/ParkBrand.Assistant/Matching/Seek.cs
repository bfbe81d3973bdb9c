namespace ParkBrand.Assistant.Matching;

/// <summary>The kind of thing that is looked for.</summary>
internal enum Seek
{
    Park,
    Space,
    Job,
    Resource,
    Policy,
    Finance,
    Contact,
    Story,
}
