using System.Security.Cryptography;
using Arena.Game.Questions;
using Arena.Gateway.Media.Rest;

namespace Arena.Gateway.Media.Uploads;

/// <summary>Turns an upload into its stored form. What this server has encoded itself is stored as it is: a picture that is sent back loses nothing.</summary>
internal sealed class MediaIntake(MediaLibrary library, MediaQueue queue)
{
    /// <returns>The stored form of the upload; null if too many wait to be read already.</returns>
    /// <exception cref="MediaRefusedException">It is not taken.</exception>
    /// <exception cref="Stores.MediaStoreException">There is no room for it.</exception>
    public async Task<PreparedMedium?> PrepareAsync(IncomingFile upload, CancellationToken cancel) =>
        await library.FindAsync(await NameOfAsync(upload.Path, cancel), cancel) is { } known
            ? new(
                known.Name,
                new(known.Kind, known.ContentType, known.Width, known.Height, known.Seconds),
                known.Bytes,
                known.StoredBytes,
                MediumReply.WidthsOf(known.Widths),
                new Dictionary<string, string> { [MediaKeys.Full(known.Name)] = upload.Path })
            : await queue.PrepareAsync(upload, cancel);

    private static async Task<string> NameOfAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel))[..Medium.NameLength];
    }
}
