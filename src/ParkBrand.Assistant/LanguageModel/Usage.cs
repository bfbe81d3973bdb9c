namespace ParkBrand.Assistant.LanguageModel;

/// <summary>What one question took of a model, and what came of it; also where the answer was not used.</summary>
internal sealed class Usage
{
    /// <summary>Tokens, as the server counts them, or guessed where it does not.</summary>
    public long Sent { get; set; }
    public long Received { get; set; }

    /// <summary>Sentences that hold.</summary>
    public int Kept { get; set; }

    /// <summary>Sentences that do not hold, or were said already.</summary>
    public int LeftOut { get; set; }
}
