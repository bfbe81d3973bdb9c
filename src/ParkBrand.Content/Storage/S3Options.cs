namespace ParkBrand.Content.Storage;

/// <summary>An S3-compatible bucket that keeps the media of all nodes; each node's folder is only a copy then.</summary>
/// <param name="Endpoint">Scheme and host, e.g. https://s3.example.gov.cn; the bucket stands in the path.</param>
/// <param name="TimeOut">Of one request to the bucket.</param>
public sealed record S3Options(string Endpoint, string Bucket, string AccessKey, string SecretKey, string Region = "us-east-1", TimeSpan? TimeOut = null)
{
    private const string Prefix = "PARKBRAND_S3_";

    /// <summary>From <c>PARKBRAND_S3_ENDPOINT</c>, <c>_BUCKET</c>, <c>_ACCESS_KEY</c>, <c>_SECRET_KEY</c> and <c>_REGION</c>; null when no endpoint is named.</summary>
    /// <exception cref="StorageException">One of the others is missing.</exception>
    public static S3Options? FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Prefix + "ENDPOINT") is not { Length: > 0 } endpoint)
            return null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StorageException($"{Prefix}ENDPOINT is no address: it is scheme and host, like https://s3.example.gov.cn.");
        return new S3Options(endpoint, Needed("BUCKET"), Needed("ACCESS_KEY"), Needed("SECRET_KEY"), Environment.GetEnvironmentVariable(Prefix + "REGION") ?? "us-east-1");
    }

    private static string Needed(string name) => Environment.GetEnvironmentVariable(Prefix + name) is { Length: > 0 } value
        ? value
        : throw new StorageException($"{Prefix}ENDPOINT is set but {Prefix}{name} is not. Set both, or neither to keep media in the data folder.");

    // Never in a log.
    public override string ToString() => $"{Endpoint}/{Bucket}";
}
