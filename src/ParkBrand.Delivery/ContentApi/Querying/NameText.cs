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
        for (int at = 0, row = 0; (at = text.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at = starts[row])
        {
            while (row + 1 < starts.Length && starts[row + 1] <= at)
                row++;
            said[row] = true;
            if (++row == starts.Length)
                return;
        }
    }
}
