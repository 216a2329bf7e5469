using NetVips;

namespace Arena.Gateway.Media.Pictures;

/// <summary>
/// Decodes pictures of the known formats and encodes them again, as WebP, by libvips. What was in the file beside the picture is left behind:
/// where it was taken, and anything that only pretends to be a part of it. Of an animation the first picture is kept.
/// </summary>
internal static class PictureEncoder
{
    public const string ContentType = "image/webp";

    /// <summary>Neither side of the largest size is longer: no screen shows more of it.</summary>
    public const int LongestSide = 2_560;

    private const int AnyHeight = 1_000_000;
    private const int Quality = 82;

    /// <summary>Those that are not wider than the picture are made.</summary>
    private static readonly int[] Widths = [320, 640, 1_280];

    private static readonly string[] Loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif"];

    static PictureEncoder()
    {
        // Only the formats that are accepted have readers.
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block($"VipsForeignLoad{loader}", false);
        NetVips.NetVips.BlockUntrusted = true;
        // What it warns of is in the refusal.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        // One core for each picture, and no memory for pictures that will not come again.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <param name="file">The picture.</param>
    /// <param name="maxPixels">Width times height; read from the header, before anything is decoded.</param>
    /// <param name="folder">Where the files are written.</param>
    /// <exception cref="MediaRefusedException">It has too many pixels, or cannot be decoded.</exception>
    /// <exception cref="IOException">There is no room for the files.</exception>
    public static EncodedPicture Encode(string file, int maxPixels, string folder)
    {
        using var picture = Decode(file, maxPixels);
        Dictionary<int, string> sizes = [];
        foreach (var width in Widths.Where(width => width <= picture.Width))
        {
            using var smaller = picture.ThumbnailImage(width, height: AnyHeight, size: Enums.Size.Down);
            sizes.Add(width, Write(smaller, folder, $"{width}"));
        }
        return new(picture.Width, picture.Height, Write(picture, folder, "full"), sizes);
    }

    private static Image Decode(string file, int maxPixels)
    {
        try
        {
            using (var header = Image.NewFromFile(file, access: Enums.Access.Sequential))
            {
                if ((long)header.Width * header.Height > maxPixels)
                    throw new MediaRefusedException(new(MediaErrorCode.MediaTooManyPixels, maxPixels, $"The picture has {header.Width} x {header.Height} pixels."));
            }
            using var whole = Image.NewFromFile(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
            using var fitted = whole.ThumbnailImage(
                LongestSide, height: LongestSide, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Truncated);
            return fitted.CopyMemory();
        }
        catch (VipsException exception)
        {
            throw new MediaRefusedException(MediaErrorCode.MediaDamaged, $"The picture cannot be decoded: {exception.Message.Trim()}");
        }
    }

    private static string Write(Image picture, string folder, string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, picture.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None));
        return path;
    }
}
