namespace ParkBrand.Media.Upload;

/// <summary>Why a file is not taken, and what mends it.</summary>
/// <param name="Code">For the editor's language, e.g. <c>tooManyPixels</c>.</param>
/// <param name="Template">Reason and mend in English, with <c>{0}</c>, <c>{1}</c> in the places of the arguments.</param>
/// <param name="Arguments">Figures and names, in order.</param>
public sealed record UploadProblem(string Code, string Template, params string[] Arguments)
{
    public string Sentence => string.Format(System.Globalization.CultureInfo.InvariantCulture, Template, Arguments);
}

/// <param name="Problem">Null when the file may be kept.</param>
/// <param name="Bytes">What is to be kept: a drawing or a photo may have lost what the public must not get.</param>
/// <param name="ContentType">By what the file is, not by what the browser said.</param>
/// <param name="Width">px as seen; null for what is no picture.</param>
public sealed record CheckedUpload(UploadProblem? Problem, byte[] Bytes, string ContentType, int? Width = null, int? Height = null)
{
    internal static CheckedUpload Refused(string code, string sentence, params string[] arguments) => new(new UploadProblem(code, sentence, arguments), [], "");

    /// <summary>Whether a browser saves the file instead of opening it in the site's name.</summary>
    public static bool IsAttachment(string contentType) => !contentType.StartsWith("image/", StringComparison.Ordinal) && !contentType.StartsWith("video/", StringComparison.Ordinal) && contentType != "text/vtt";
}
