using System.ComponentModel.DataAnnotations;

namespace Arena.Gateway.Configuration;

/// <summary>Pictures, sounds and videos of questions. Section <c>Arena:Media</c>.</summary>
public sealed class MediaOptions
{
    public const string Section = "Arena:Media";

    /// <summary>Where they are stored: <c>folder</c>, or <c>s3</c> for an object store (<c>Arena:Media:S3</c>). All gateways of a cluster must use the same.</summary>
    public MediaStoreKind Store { get; set; } = MediaStoreKind.Folder;

    /// <summary>The folder of media, and of uploads that are being read; a relative path is under the content root.</summary>
    [Required]
    public string Folder { get; set; } = "data/media";

    /// <summary>Bytes of a picture as it is uploaded.</summary>
    [Range(1_024, 100 * 1024 * 1024)]
    public int MaxPictureBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Bytes of a sound.</summary>
    [Range(1_024, 100 * 1024 * 1024)]
    public int MaxAudioBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Bytes of a video.</summary>
    [Range(1_024, 1024 * 1024 * 1024)]
    public int MaxVideoBytes { get; set; } = 30 * 1024 * 1024;

    /// <summary>Width times height of a picture. Reading one of a million takes about 10 MB of memory for a moment.</summary>
    [Range(10_000, 400_000_000)]
    public int MaxPixels { get; set; } = 40_000_000;

    /// <summary>How long a sound or a video lasts.</summary>
    [Range(1, 3_600)]
    public int MaxSeconds { get; set; } = 120;

    /// <summary>Bytes of media that an author without an account may keep.</summary>
    [Range(1_024, 1L << 50)]
    public long GuestQuotaBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>Bytes of media that an account may keep.</summary>
    [Range(1_024, 1L << 50)]
    public long QuotaBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Bytes that an account, or all authors without one in a network, may upload in a day.</summary>
    [Range(1_024, 1L << 50)]
    public long UploadedBytesPerDay { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Uploads that are decoded and checked at once; each takes one processor core, at the lowest priority.</summary>
    [Range(1, 64)]
    public int ConcurrentReadings { get; set; } = 1;

    /// <summary>How many more wait for that; the next one is refused.</summary>
    [Range(0, 1_000)]
    public int QueuedReadings { get; set; } = 64;

    /// <summary>Minutes between two sweeps, which remove media that no quiz uses for a day.</summary>
    [Range(1, 10_080)]
    public int SweepMinutes { get; set; } = 60;

    /// <summary>A content delivery network that passes <c>/media/</c> on to Arena: scheme and host, by https. Null to send media from here.</summary>
    public Uri? CdnBaseUrl { get; set; }
}
