using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Querying;

namespace ParkBrand.Search;

/// <summary>How people write what the city speaks of, for those who read whole questions: the words of the search, its synonyms, numbers and wishes.</summary>
public static class Wording
{
    private const int MostSlips = 2;

    /// <summary>A text in the one form that is compared: simplified, half width, lower case, without accents.</summary>
    public static string Fold(string text) => FoldedText.Of(text).Text;

    /// <summary>A Latin word without its commonest endings.</summary>
    public static string Stem(string word) => Analysis.Stem.Of(word);

    /// <summary>Whether a word is another with one letter too many, too few, wrong or swapped.</summary>
    public static bool IsSlip(string typed, string meant) => typed != meant && Distance.Between(typed, meant, 1) == 1;

    /// <summary>Whether Latin words can be a slip of others: two letters at most, whole words compared. What is typed by sound is not judged.</summary>
    public static bool IsSpelledAlike(string typed, string meant) => !meant.All(char.IsAscii) || !typed.All(char.IsAscii) || Distance.Between(typed, meant, MostSlips) <= MostSlips;

    /// <summary>How each character of a folded text is read, without tones; what is not Chinese stands for itself.</summary>
    public static IReadOnlyList<string> Sounds(Snapshot snapshot, string folded) => Vocabulary.Of(snapshot).Readings.Syllables(folded);

    /// <summary>Whether one Chinese character is typed for another: it sounds or looks alike.</summary>
    public static bool IsAlike(Snapshot snapshot, char typed, char meant) =>
        typed == meant || Vocabulary.Of(snapshot) is var words && (words.Readings.Sound(typed) == words.Readings.Sound(meant) || words.Lookalikes.GetValueOrDefault(meant)?.Contains(typed) == true);

    /// <summary>How Chinese characters sound to those who keep neither z and zh nor n and l apart: the same text for all that sound the same.</summary>
    public static string SoundOf(Snapshot snapshot, ReadOnlySpan<char> han)
    {
        var (readings, key) = (Vocabulary.Of(snapshot).Readings, new char[han.Length]);
        for (var i = 0; i < han.Length; i++)
            key[i] = (char)readings.Sound(han[i]);
        return new string(key);
    }

    /// <summary>Whether the dictionary of the language has Chinese characters as one word.</summary>
    public static bool IsWord(string han) => Tokenizer.IsWord(han);

    /// <summary>Whether a unit, or something that is counted, stands at a place.</summary>
    public static bool IsUnit(string folded, int at) => Unit.At(folded, at) is not null;

    /// <summary>What a word or phrase is called otherwise, folded, without itself.</summary>
    public static IEnumerable<string> SameAs(Snapshot snapshot, string phrase) =>
        Vocabulary.Of(snapshot).Synonyms.GetValueOrDefault(NormalText.Needle(phrase), []).Select(s => s.Trim());

    /// <summary>Words that say nothing of their own.</summary>
    public static bool IsFiller(Snapshot snapshot, string folded) => Vocabulary.Of(snapshot).StopWords.Contains(folded);

    /// <summary>Phrases that wish for something without ruling anything out, folded, with the property that they wish low or high.</summary>
    public static IEnumerable<(string Phrase, string Field, bool Low)> Wishes(Snapshot snapshot) =>
        Vocabulary.Of(snapshot).Preferences.Select(p => (p.Phrase, p.Field, p.Low));

    /// <summary>Numbers that may measure something, with their places in the text; the measure is null where nothing says which.</summary>
    /// <param name="folded">At most a few hundred characters.</param>
    public static IReadOnlyList<Quantity> Quantities(string folded) => QuantityReader.Read(folded);
}
