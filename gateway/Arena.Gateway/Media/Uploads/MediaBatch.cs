using Arena.Game.Questions;
using Arena.Gateway.Authority;
using Arena.Gateway.Media.Stores;
using Arena.Storage.Model;

namespace Arena.Gateway.Media.Uploads;

/// <summary>The media of one file. They become the author's together, in the transaction that stores what uses them, or none does.</summary>
/// <param name="author">Who keeps them.</param>
/// <param name="library">Their rows.</param>
/// <param name="store">Their objects.</param>
internal sealed class MediaBatch(StoringAuthor author, MediaLibrary library, IMediaStore store) : IDisposable
{
    private readonly Dictionary<string, KeptMedium> _media = new(StringComparer.Ordinal);
    private readonly List<IncomingFile> _uploads = [];
    private long? _room;

    /// <summary>Adds a medium. Its upload is the batch's from here on.</summary>
    /// <param name="upload">What its files are made of.</param>
    /// <param name="prepared">Its stored form.</param>
    /// <param name="texts">What the quiz says of it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="MediaRefusedException">The author may not keep all of them.</exception>
    public async Task AddAsync(IncomingFile upload, PreparedMedium prepared, Medium texts, CancellationToken cancel)
    {
        _uploads.Add(upload);
        if (!_media.TryAdd(prepared.Name, new(prepared, null, texts.Alt, texts.Credit)) || await library.KeepsAsync(author, prepared.Name, cancel))
            return;
        _room = (_room ?? await library.RoomAsync(author, cancel)) - prepared.StoredBytes;
        if (_room < 0)
            throw new MediaRefusedException(library.Full(author));
    }

    /// <summary>Puts the objects of all media into the store. They have no owner until <see cref="KeepAsync"/>, and are swept if that does not follow.</summary>
    /// <exception cref="MediaStoreException">The store has no room, or does not answer.</exception>
    /// <exception cref="MediaRefusedException">A sweep removes one of them at this moment.</exception>
    public async Task PutAsync(CancellationToken cancel)
    {
        foreach (var (medium, _, _, _) in _media.Values)
        {
            if (!await library.PutAsync(medium, store, cancel))
                throw new MediaRefusedException(MediaErrorCode.MediaStoreUnavailable, "The same content is being removed.");
        }
    }

    /// <summary>Gives them to the author, in a transaction in which the author's requests are lined up.</summary>
    /// <exception cref="MediaRefusedException">The author may not keep all of them, or a sweep has removed one since.</exception>
    public async Task KeepAsync(ArenaDbContext context, CancellationToken cancel)
    {
        var (_, refusal) = await library.KeepAsync(context, author, _media.Values, cancel);
        if (refusal is not null)
            throw new MediaRefusedException(refusal);
    }

    public void Dispose()
    {
        foreach (var upload in _uploads)
            upload.Dispose();
    }
}
