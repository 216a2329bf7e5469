using System.IO.Pipelines;
using Arena.Game.Questions;
using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Media.Uploads;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Quizzes.Reading.Archives;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>Reads the media that a quiz names out of the file that it came in, each as an upload is read. A refused medium is listed, and its question kept.</summary>
internal sealed class ArchiveImport(
    MediaLibrary library, MediaIntake intake, IMediaStore store, MediaFolders folders, IOptions<MediaOptions> media, IOptions<QuizOptions> quizzes)
{
    /// <param name="files">What the media are made of, by their names.</param>
    /// <param name="quiz">The quiz.</param>
    /// <param name="author">Who imports it.</param>
    /// <param name="keepsNames">Whether it names media of a server, so that a name also says something without a file.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The media; null if too many others wait to be read.</returns>
    /// <exception cref="UnpackLimitException">There are too many, or too much comes out of them.</exception>
    /// <exception cref="MediaRefusedException">The author may not keep all of them.</exception>
    /// <exception cref="MediaStoreException">They cannot be written.</exception>
    public async Task<ArchivedMedia?> ReadAsync(
        IReadOnlyDictionary<string, PackedFile> files, QuizContent quiz, StoringAuthor author, bool keepsNames, CancellationToken cancel)
    {
        Medium[] named = [.. quiz.Questions.SelectMany(question => question.Media()).DistinctBy(medium => medium.Name)];
        if (files.Count > quizzes.Value.MaxArchiveMedia)
            throw new UnpackLimitException(quizzes.Value.MaxArchiveMedia);
        var batch = new MediaBatch(author, library, store);
        var isWhole = false;
        try
        {
            var taken = new Dictionary<string, PreparedMedium>(StringComparer.Ordinal);
            var refused = new Dictionary<string, MediaRefusal>(StringComparer.Ordinal);
            var budget = new UnpackBudget(new ReadingWork(cancel), quizzes.Value.MaxArchiveBytes);
            foreach (var medium in named)
            {
                if (!files.TryGetValue(medium.Name, out var file))
                    continue;
                var (upload, refusal) = await ReceiveAsync(file, budget, cancel);
                if (upload is not null)
                {
                    (var isBusy, refusal) = await PrepareAsync(upload, medium, batch, taken, cancel);
                    if (isBusy)
                        return null;
                }
                if (refusal is not null)
                    refused.Add(medium.Name, refusal);
            }
            var renamed = RenamedMedia.Of(
                quiz.Questions, each => taken.TryGetValue(each.Name, out var prepared) ? Renamed(each, prepared) : keepsNames ? each : null);
            var missing = Missing(quiz, files, taken, refused, await StoredAsync(named, taken, cancel));
            isWhole = true;
            return new(quiz with { Questions = renamed }, batch, missing);
        }
        finally
        {
            if (!isWhole)
                batch.Dispose();
        }
    }

    /// <summary>Unpacks a file, no further than a medium may be long: the length that the archive states may be false. What comes out of one that is not taken counts as well.</summary>
    private async Task<(IncomingFile? Upload, MediaRefusal? Refusal)> ReceiveAsync(PackedFile file, UnpackBudget budget, CancellationToken cancel)
    {
        try
        {
            await using var content = new UnpackStream(await file.OpenAsync(cancel), budget);
            var source = PipeReader.Create(content, new(leaveOpen: true));
            try
            {
                return (await IncomingFile.ReceiveAsync(source, file.Bytes, folders, media.Value, cancel), null);
            }
            finally
            {
                await source.CompleteAsync();
            }
        }
        catch (MediaRefusedException exception)
        {
            return (null, exception.Refusal);
        }
        catch (InvalidDataException)
        {
            return (null, new(MediaErrorCode.MediaDamaged));
        }
    }

    private async Task<(bool IsBusy, MediaRefusal? Refusal)> PrepareAsync(
        IncomingFile upload, Medium medium, MediaBatch batch, Dictionary<string, PreparedMedium> taken, CancellationToken cancel)
    {
        var isKept = false;
        try
        {
            if (await intake.PrepareAsync(upload, cancel) is not { } prepared)
                return (true, null);
            if (prepared.Description.Kind != medium.Kind)
                return (false, new(MediaErrorCode.MediaKindUnknown));
            isKept = true;
            await batch.AddAsync(upload, prepared, medium, cancel);
            taken.Add(medium.Name, prepared);
            return (false, null);
        }
        catch (MediaRefusedException exception) when (exception.Refusal.Code is not (MediaErrorCode.MediaQuota or MediaErrorCode.MediaStoreUnavailable))
        {
            return (false, exception.Refusal);
        }
        finally
        {
            if (!isKept)
                upload.Dispose();
        }
    }

    /// <summary>Those that this server has, although the archive does not: they are not missing.</summary>
    private async Task<HashSet<string>> StoredAsync(IEnumerable<Medium> named, Dictionary<string, PreparedMedium> taken, CancellationToken cancel)
    {
        string[] others = [.. named.Select(medium => medium.Name).Where(name => !taken.ContainsKey(name))];
        return others.Length == 0 ? [] : [.. (await library.FindAsync(others, cancel)).Select(row => row.Name)];
    }

    private static Medium Renamed(Medium medium, PreparedMedium prepared) => medium with
    {
        Name = prepared.Name,
        Width = prepared.Description.Width,
        Height = prepared.Description.Height,
        Seconds = prepared.Description.Seconds,
    };

    private static MissingMedium[] Missing(
        QuizContent quiz, IReadOnlyDictionary<string, PackedFile> files, Dictionary<string, PreparedMedium> taken, Dictionary<string, MediaRefusal> refused,
        HashSet<string> stored) =>
    [
        .. quiz.Questions.Index()
            .SelectMany(question => question.Item.Media().DistinctBy(medium => medium.Name).Select(medium => (question.Index, question.Item.Prompt, medium.Name)))
            .Where(use => !taken.ContainsKey(use.Name) && (refused.ContainsKey(use.Name) || !stored.Contains(use.Name)))
            .Take(MissingMedium.Listed)
            .Select(use => (Use: use, Refusal: refused.GetValueOrDefault(use.Name) ?? new(MediaErrorCode.UnknownMedia)))
            .Select(missing => new MissingMedium(
                missing.Use.Index + 1, QuizText.Excerpt(missing.Use.Prompt), QuizText.Excerpt(files.GetValueOrDefault(missing.Use.Name)?.Name ?? missing.Use.Name),
                missing.Refusal.Code, missing.Refusal.Limit)),
    ];
}
