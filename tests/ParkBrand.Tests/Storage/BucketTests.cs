using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Storage;

/// <summary>Media in a bucket, against a service that speaks as much of S3's protocol as that takes, over real HTTP.</summary>
public sealed class BucketTests : IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private readonly ConcurrentDictionary<string, byte[]> objects = new();
    private readonly TestFolder first = new(), second = new();
    private WebApplication service = null!;
    private TimeSpan delay;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        service = builder.Build();
        service.MapPut("/media-bucket/{key}", async (string key, HttpRequest request) =>
        {
            await Task.Delay(delay, Cancel);
            if (!request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=key/", StringComparison.Ordinal))
                return Results.StatusCode(403);
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body, Cancel);
            objects[key] = body.ToArray();
            return Results.Ok();
        });
        service.MapGet("/media-bucket/{key}", async (string key) =>
        {
            await Task.Delay(delay, Cancel);
            return objects.TryGetValue(key, out var bytes)
                ? Results.Bytes(bytes)
                : Results.Text("<Error><Code>NoSuchKey</Code><Message>missing</Message></Error>", "application/xml", statusCode: 404);
        });
        await service.StartAsync(Cancel);
    }

    private S3Bucket Bucket(TimeSpan? timeOut = null) => new(new S3Options(service.Urls.Single(), "media-bucket", "key", "secret", TimeOut: timeOut ?? TimeSpan.FromSeconds(20)));

    [Fact]
    public async Task What_one_node_keeps_another_finds_and_then_has_itself()
    {
        using var bucket = Bucket();
        var hash = await new BlobStore(first.Path, bucket).Keep("a picture"u8.ToArray(), Cancel);
        Assert.Equal("a picture", Encoding.UTF8.GetString(objects[hash]));
        var other = new BlobStore(second.Path, bucket);
        Assert.Null(other.Find(hash));
        Assert.Equal("a picture", await File.ReadAllTextAsync((await other.Fetch(hash, Cancel))!, Cancel));
        objects.Clear();
        Assert.NotNull(await other.Fetch(hash, Cancel));
    }

    [Fact]
    public async Task What_is_missing_or_not_what_it_should_be_is_not_there()
    {
        using var bucket = Bucket();
        var store = new BlobStore(first.Path, bucket);
        Assert.Null(await store.Fetch(new string('0', 64), Cancel));
        objects[new string('1', 64)] = "something else"u8.ToArray();
        Assert.Null(await store.Fetch(new string('1', 64), Cancel));
        Assert.Null(await store.Fetch("../../etc/passwd", Cancel));
    }

    [Fact]
    public async Task A_bucket_that_does_not_answer_is_one_sentence_without_the_key()
    {
        delay = TimeSpan.FromSeconds(3);
        using var bucket = Bucket(TimeSpan.FromMilliseconds(200));
        var store = new BlobStore(first.Path, bucket);
        foreach (var attempt in new Func<Task>[] { () => store.Keep("x"u8.ToArray(), Cancel), () => store.Fetch(new string('2', 64), Cancel) })
        {
            var said = (await Assert.ThrowsAsync<StorageException>(attempt)).Message;
            Assert.StartsWith("The media bucket http://127.0.0.1", said, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        first.Dispose();
        second.Dispose();
    }
}
