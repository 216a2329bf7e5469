using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media.Stores;

/// <summary>Objects in a bucket of a store that speaks S3.</summary>
internal sealed class S3MediaStore : IMediaStore, IDisposable
{
    private const int Retries = 2;
    private const string Full = "QuotaExceeded";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly MediaS3Options _options;
    private readonly AmazonS3Client _client;

    public S3MediaStore(IOptions<MediaS3Options> options)
    {
        _options = options.Value;
        var settings = new AmazonS3Config
        {
            AuthenticationRegion = _options.Region,
            ForcePathStyle = _options.ForcePathStyle,
            MaxErrorRetry = Retries,
            RequestChecksumCalculation = _options.ChunkEncoding ? RequestChecksumCalculation.WHEN_SUPPORTED : RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = _options.ChunkEncoding ? ResponseChecksumValidation.WHEN_SUPPORTED : ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = Timeout,
        };
        if (_options.Endpoint is { } endpoint)
            settings.ServiceURL = endpoint.AbsoluteUri;
        else
            settings.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(_options.Region);
        _client = new(new BasicAWSCredentials(_options.AccessKey, _options.SecretKey), settings);
    }

    public Task PutAsync(string key, string file, string contentType, CancellationToken cancel) => AskAsync(async () =>
    {
        await using var content = File.OpenRead(file);
        return await _client.PutObjectAsync(
            new()
            {
                BucketName = _options.Bucket,
                Key = KeyOf(key),
                InputStream = content,
                AutoCloseStream = false,
                ContentType = contentType,
                UseChunkEncoding = _options.ChunkEncoding,
                Headers = { CacheControl = "public, max-age=31536000, immutable" },
            },
            cancel);
    });

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancel)
    {
        try
        {
            var found = await AskAsync(() => _client.GetObjectMetadataAsync(_options.Bucket, KeyOf(key), cancel));
            return new S3ObjectStream(found.ContentLength, from => AskAsync(() => ReadAsync(key, from)));
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancel) => AskAsync(() => _client.DeleteObjectAsync(_options.Bucket, KeyOf(key), cancel));

    public void Dispose() => _client.Dispose();

    private Task<GetObjectResponse> ReadAsync(string key, long from) => _client.GetObjectAsync(new GetObjectRequest
    {
        BucketName = _options.Bucket,
        Key = KeyOf(key),
        ByteRange = from == 0 ? null : new ByteRange($"bytes={from}-"),
    });

    /// <summary>What the store, or the way to it, says: that an object is not there is an answer, all else is a fault.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode != HttpStatusCode.NotFound || refused.ErrorCode == "NoSuchBucket")
        {
            var isFull = refused.StatusCode == HttpStatusCode.InsufficientStorage || refused.ErrorCode == Full;
            throw new MediaStoreException(isFull ? MediaErrorCode.MediaStorageFull : MediaErrorCode.MediaStoreUnavailable, refused);
        }
        catch (Exception failed) when (failed is HttpRequestException or AmazonClientException or TimeoutException)
        {
            throw new MediaStoreException(MediaErrorCode.MediaStoreUnavailable, failed);
        }
    }

    private string KeyOf(string key) => _options.Prefix + key;
}
