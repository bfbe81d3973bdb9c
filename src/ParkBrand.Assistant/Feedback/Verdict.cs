namespace ParkBrand.Assistant.Feedback;

/// <summary>What a visitor thinks of an answer.</summary>
/// <param name="Culture">ISO code that it was asked in.</param>
/// <param name="Status">How the answer ended, as the API writes it.</param>
/// <param name="Reason">One of <see cref="Reasons"/>; null where none was given.</param>
public sealed record Verdict(string Question, string Culture, string Status, bool Helpful, string? Reason, string? Comment)
{
    /// <summary>Why an answer can be of no help. There are no others.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["wrong-facts", "off-topic", "missing", "outdated", "other"];

    /// <summary>Characters.</summary>
    public const int LongestComment = 300;
}
