namespace ParkBrand.Backoffice.Accounts;

/// <summary>Of what a browser says about itself, only its family is kept: enough to recognise one's own sessions.</summary>
internal static class Browser
{
    // Edge and Opera say Chrome too, and Chrome says Safari, so the order matters.
    private static readonly (string Sign, string Family)[] Families = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    public static string FamilyOf(string? userAgent) => Families.FirstOrDefault(f => userAgent?.Contains(f.Sign, StringComparison.Ordinal) == true).Family ?? "?";
}
