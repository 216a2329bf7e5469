namespace Arena.Gateway.Configuration;

/// <summary>The object store of media, where <c>Arena:Media:Store</c> is <c>s3</c>. Section <c>Arena:Media:S3</c>.</summary>
public sealed class MediaS3Options
{
    public const string Section = "Arena:Media:S3";

    /// <summary>Where it is, as <c>https://s3.example.org</c>. Null for Amazon's own, by the region.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The bucket, which must exist.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The name of the key.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The key itself. Give it by the environment.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Before the names of all objects, as <c>arena/</c>: for a bucket that others use as well.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Whether the bucket is a part of the path, and not of the host's name. Most stores but Amazon's want it so.</summary>
    public bool ForcePathStyle { get; set; } = true;

    /// <summary>Whether uploads are sent in signed chunks with checksums behind them: Amazon's own store takes that, and many others do not.</summary>
    public bool ChunkEncoding { get; set; }
}
