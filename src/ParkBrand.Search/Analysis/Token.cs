namespace ParkBrand.Search.Analysis;

internal enum TokenKind
{
    /// <summary>A Chinese word by dictionary or lexicon.</summary>
    Word,

    /// <summary>Two neighbouring Chinese characters: what makes any part of a text findable, whatever the dictionary says.</summary>
    Bigram,

    /// <summary>Latin letters and digits, stemmed.</summary>
    Latin,
}

/// <param name="Term">As it stands in the index.</param>
/// <param name="Start">Offset into the original text, UTF-16 units.</param>
internal readonly record struct Token(string Term, TokenKind Kind, int Start, int Length);
