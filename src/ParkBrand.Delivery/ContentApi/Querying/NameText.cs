namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>All names of a type as one text, so that a word is looked for in one stretch of memory.</summary>
internal sealed class NameText
{
    private const char Between = '\n'; // stands in no name
    private readonly string text;
    private readonly int[] starts;

    public NameText(Row[] rows)
    {
        starts = new int[rows.Length];
        var names = new System.Text.StringBuilder();
        for (var i = 0; i < rows.Length; i++)
        {
            starts[i] = names.Length;
            names.Append(rows[i].Variant.Name).Append(Between);
        }

        text = names.ToString().ToUpperInvariant();
    }

    public void Mark(string word, bool[] said)
    {
        var wanted = word.ToUpperInvariant();
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at, StringComparison.Ordinal))
        {
            var found = Array.BinarySearch(starts, at);
            var row = found >= 0 ? found : ~found - 1;
            said[row] = true;
            if (row + 1 == starts.Length)
                return;
            at = starts[row + 1];
        }
    }
}
