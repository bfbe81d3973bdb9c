using System.Collections.Frozen;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Querying;

/// <summary>What a stretch of Chinese could be a slip for. It is held against thousands of words, so that whatever belongs to the stretch alone is found out once.</summary>
internal sealed class Resemblance
{
    private readonly string typed;
    private readonly Pinyin readings;
    private readonly int[] sounds;
    private readonly FrozenSet<char>?[] looks;

    public Resemblance(string typed, Vocabulary vocabulary)
    {
        (this.typed, readings) = (typed, vocabulary.Readings);
        (sounds, looks) = (new int[typed.Length], new FrozenSet<char>?[typed.Length]);
        for (var i = 0; i < typed.Length; i++)
            (sounds[i], looks[i]) = (readings.Sound(typed[i]), vocabulary.Lookalikes.GetValueOrDefault(typed[i]));
    }

    /// <summary>Whether a word can begin so: as it was typed, or with what sounds or looks alike.</summary>
    public bool CanBegin(char first) => IsAlike(0, first);

    /// <summary>Same length, at least half the same, and what differs sounds or looks alike.</summary>
    public bool Of(string meant)
    {
        if (meant.Length != typed.Length)
            return false;
        var differences = 0;
        for (var i = 0; i < typed.Length; i++)
            if (typed[i] != meant[i])
                differences++;
        if (differences == 0 || !(differences <= Math.Max(1, typed.Length / 2) || (typed.Length > 2 && differences == typed.Length)))
            return false;
        for (var i = 0; i < typed.Length; i++)
            if (!IsAlike(i, meant[i]))
                return false;
        return true;
    }

    private bool IsAlike(int at, char meant) => typed[at] == meant || sounds[at] == readings.Sound(meant) || looks[at]?.Contains(meant) == true;
}
