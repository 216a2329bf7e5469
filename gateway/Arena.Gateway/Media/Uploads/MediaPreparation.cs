using System.Security.Cryptography;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.Gateway.Configuration;
using Arena.Gateway.Media.Pictures;
using Arena.Gateway.Media.Recognition;
using NetVips;

namespace Arena.Gateway.Media.Uploads;

/// <summary>Turns an upload into its stored form: of a picture a few sizes; a sound or a video as it is, once it was read to its end.</summary>
internal static class MediaPreparation
{
    /// <summary>Synchronous: it takes one processor core.</summary>
    /// <exception cref="MediaRefusedException">It is not taken.</exception>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static PreparedMedium Prepare(IncomingFile upload, MediaOptions options) => upload.Format switch
    {
        MediaFormat.Mp3 or MediaFormat.Ogg or MediaFormat.Mp4 or MediaFormat.WebM => OfRecording(upload, options),
        _ => OfPicture(upload, options),
    };

    private static PreparedMedium OfRecording(IncomingFile upload, MediaOptions options)
    {
        var description = MediaInspector.Inspect(upload.Path, upload.Format);
        if (description.Kind == MediumKind.Audio && upload.Bytes > options.MaxAudioBytes)
            throw new MediaRefusedException(new(MediaErrorCode.MediaTooLarge, options.MaxAudioBytes));
        if (description.Seconds > options.MaxSeconds)
            throw new MediaRefusedException(new(MediaErrorCode.MediaTooLong, options.MaxSeconds));
        if (description.Width > GameLimits.MaxMediumSide || description.Height > GameLimits.MaxMediumSide)
            throw ContentReader.Damaged("Its pictures are larger than any video's.");
        var name = NameOf(upload.Path);
        return new(name, description, upload.Bytes, upload.Bytes, [], new Dictionary<string, string> { [MediaKeys.Full(name)] = upload.Path });
    }

    private static PreparedMedium OfPicture(IncomingFile upload, MediaOptions options)
    {
        if (!ModuleInitializer.VipsInitialized)
            throw new MediaRefusedException(MediaErrorCode.MediaStoreUnavailable, "This server cannot read pictures: libvips is missing.");
        var picture = PictureEncoder.Encode(upload.Path, options.MaxPixels, upload.Folder);
        var name = NameOf(picture.Full);
        var files = picture.Sizes.ToDictionary(size => MediaKeys.Size(name, size.Key), size => size.Value);
        files.Add(MediaKeys.Full(name), picture.Full);
        return new(
            name,
            new(MediumKind.Picture, PictureEncoder.ContentType, picture.Width, picture.Height, null),
            new FileInfo(picture.Full).Length,
            files.Values.Sum(file => new FileInfo(file).Length),
            [.. picture.Sizes.Keys.Order()],
            files);
    }

    private static string NameOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file))[..Medium.NameLength];
    }
}
