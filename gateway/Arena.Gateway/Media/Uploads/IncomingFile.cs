using System.Buffers;
using System.IO.Pipelines;
using Arena.Gateway.Configuration;
using Arena.Gateway.Media.Recognition;
using Arena.Gateway.Media.Stores;

namespace Arena.Gateway.Media.Uploads;

/// <summary>A medium as it was sent, in a folder of its own that is gone when this is disposed.</summary>
internal sealed class IncomingFile : IDisposable
{
    private readonly IncomingFolder _folder;

    private IncomingFile(MediaFolders folders) => _folder = new(folders);

    /// <summary>For what is made of it.</summary>
    public string Folder => _folder.Path;

    public string Path => _folder.File("upload");

    public MediaFormat Format { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Reads a medium into a file: no further than it takes to know that it is not taken.</summary>
    /// <param name="source">A request's body, or an entry of an archive.</param>
    /// <param name="announced">How many bytes it is said to have.</param>
    /// <param name="folders">Where files go.</param>
    /// <param name="options">What is taken.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="MediaRefusedException">It is of no known format, or longer than its format may be.</exception>
    /// <exception cref="MediaStoreException">It cannot be written.</exception>
    public static async Task<IncomingFile> ReceiveAsync(
        PipeReader source, long announced, MediaFolders folders, MediaOptions options, CancellationToken cancel)
    {
        // The longest that is taken at all, whatever it turns out to be.
        BoundedFile.Check(announced, Math.Max(options.MaxVideoBytes, Math.Max(options.MaxAudioBytes, options.MaxPictureBytes)));
        var file = new IncomingFile(folders);
        var isWhole = false;
        try
        {
            await file.ReceiveAsync(source, announced, options, cancel);
            isWhole = true;
            return file;
        }
        finally
        {
            if (!isWhole)
                file.Dispose();
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task ReceiveAsync(PipeReader source, long announced, MediaOptions options, CancellationToken cancel)
    {
        var first = await source.ReadAtLeastAsync(MediaSignature.Length, cancel);
        var head = new byte[Math.Min(MediaSignature.Length, first.Buffer.Length)];
        first.Buffer.Slice(0, head.Length).CopyTo(head);
        source.AdvanceTo(first.Buffer.Start);
        Format = MediaSignature.Of(head)
            ?? throw new MediaRefusedException(MediaErrorCode.MediaKindUnknown, "The first bytes are those of no known picture, sound or video.");
        var limit = LimitOf(Format, options);
        BoundedFile.Check(announced, limit);
        Bytes = await BoundedFile.WriteAsync(source, Path, limit, cancel);
    }

    private static int LimitOf(MediaFormat format, MediaOptions options) => format switch
    {
        MediaFormat.Mp3 or MediaFormat.Ogg => options.MaxAudioBytes,
        MediaFormat.Mp4 or MediaFormat.WebM => Math.Max(options.MaxVideoBytes, options.MaxAudioBytes),
        _ => options.MaxPictureBytes,
    };
}
