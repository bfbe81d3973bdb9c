using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace ParkBrand.Content.Storage;

/// <summary>Where blobs are kept for all nodes.</summary>
internal interface IBucket
{
    Task Put(string hash, byte[] bytes, CancellationToken cancel);

    /// <returns>Null when the bucket has none with this hash.</returns>
    Task<byte[]?> Get(string hash, CancellationToken cancel);
}

internal sealed class S3Bucket : IBucket, IDisposable
{
    private readonly S3Options options;
    private readonly AmazonS3Client client;

    public S3Bucket(S3Options options)
    {
        this.options = options;
        client = new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), new AmazonS3Config
        {
            ServiceURL = options.Endpoint, AuthenticationRegion = options.Region, ForcePathStyle = true, Timeout = options.TimeOut ?? TimeSpan.FromSeconds(20), MaxErrorRetry = 2,
            // Newer checksums that services other than the first do not know; the hash is in the name and checked on the way back.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public Task Put(string hash, byte[] bytes, CancellationToken cancel) => Guarded(async () =>
    {
        using var content = new MemoryStream(bytes);
        await client.PutObjectAsync(new PutObjectRequest { BucketName = options.Bucket, Key = hash, InputStream = content, UseChunkEncoding = false }, cancel);
        return true;
    }, cancel);

    public Task<byte[]?> Get(string hash, CancellationToken cancel) => Guarded(async () =>
    {
        try
        {
            using var answer = await client.GetObjectAsync(options.Bucket, hash, cancel);
            var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes, cancel);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }, cancel);

    private async Task<T> Guarded<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new StorageException($"The media bucket {options} does not answer as it should: {(e is OperationCanceledException or TimeoutException ? "it took too long" : StorageException.Reason(e))}. Nothing was changed; check the service and its keys.", e);
        }
    }

    public void Dispose() => client.Dispose();
}
