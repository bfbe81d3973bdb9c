namespace ParkBrand.BrowserTests.Site;

/// <param name="Name">What the page is, for reports.</param>
/// <param name="Path">Without language prefix.</param>
internal sealed record SitePage(string Name, string Path, int Status = 200)
{
    public const string Chinese = "zh-CN", English = "en-US";

    public static readonly string[] Languages = [Chinese, English];

    public string In(string language) => language == Chinese ? Path : Path == "/" ? "/en" : "/en" + Path;
}
