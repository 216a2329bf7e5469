using System.Buffers.Binary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>Recognises a file by its first bytes: never by its name or by what its sender calls it.</summary>
internal static class MediaSignature
{
    /// <summary>As many bytes as are looked at.</summary>
    public const int Length = 64;

    private const int BrandLength = 4;
    private const int FirstCompatibleBrand = 16;

    /// <returns>The format, or null if it is none of the known ones.</returns>
    public static MediaFormat? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => MediaFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaFormat.Png,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => MediaFormat.Gif,
        _ when head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8) => MediaFormat.WebP,
        _ when head.StartsWith("OggS"u8) => MediaFormat.Ogg,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => MediaFormat.WebM,
        _ when At(head, 4, "ftyp"u8) => OfBrands(head),
        _ when head.StartsWith("ID3"u8) => MediaFormat.Mp3,
        _ when head.Length >= Mp3Header.Length && Mp3Header.Read(head) is not null => MediaFormat.Mp3,
        _ => null,
    };

    /// <summary>The file type box names a brand, and others that the file conforms to.</summary>
    private static MediaFormat? OfBrands(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        var isPicture = IsPicture(head.Slice(8, BrandLength));
        if (IsAvif(head.Slice(8, BrandLength)))
            return MediaFormat.Avif;
        for (var brand = FirstCompatibleBrand; brand + BrandLength <= end; brand += BrandLength)
        {
            if (isPicture && IsAvif(head.Slice(brand, BrandLength)))
                return MediaFormat.Avif;
        }
        return isPicture || At(head, 8, "qt  "u8) ? null : MediaFormat.Mp4;
    }

    private static bool IsAvif(ReadOnlySpan<byte> brand) => brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8);

    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) || brand.StartsWith("he"u8);

    private static bool At(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> text) =>
        head.Length >= offset + text.Length + BrandLength && head.Slice(offset, text.Length).SequenceEqual(text);
}
