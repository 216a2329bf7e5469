using System.Text;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Quizzes.Writing;
using Arena.Gateway.Quizzes.Writing.Markup;
using Arena.Storage.Model;

namespace Arena.Gateway.Quizzes.Packing;

/// <summary>
/// Moodle's XML with pictures: each is written in base64 wherever it is shown, as often as it is. So their bytes have a limit together: from the first one beyond
/// it, no more are written.
/// </summary>
internal static class EmbeddedMedia
{
    /// <summary>Divisible by 3: all parts but the last one are base64 without padding.</summary>
    private const int PartBytes = 24 * 1024;

    /// <returns>The questions that lack pictures because of the limit.</returns>
    public static IEnumerable<QuestionMedia> Beyond(long limit, IEnumerable<QuestionMedia> questions, IReadOnlyList<MediaRow> media)
    {
        var bytes = media.ToDictionary(row => row.Name, row => row.Bytes);
        long written = 0;
        foreach (var question in questions)
        {
            written += question.Names.Sum(name => bytes.GetValueOrDefault(name));
            if (written > limit)
                yield return question;
        }
    }

    /// <param name="file">The quiz.</param>
    /// <param name="limit">The bytes that its pictures may have.</param>
    /// <param name="media">Its media.</param>
    /// <param name="open">Opens one; null if a store has lost it: it is missing here as well.</param>
    /// <param name="output">Receives the file.</param>
    /// <param name="cancel">The caller is gone.</param>
    public static async Task WriteAsync(
        StoredFile file, long limit, IReadOnlyList<MediaRow> media, Func<MediaRow, Task<Stream?>> open, Stream output, CancellationToken cancel)
    {
        var rows = media.ToDictionary(row => row.Name);
        long written = 0;
        using var lines = new StreamReader(file.Open());
        await using var xml = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            if (MoodleWriter.FileIn(line) is not { } place)
            {
                await xml.WriteLineAsync(line.AsMemory(), cancel);
                continue;
            }
            if (!rows.TryGetValue(place.Name, out var row) || (written += row.Bytes) > limit)
                continue;
            await using var content = await open(row);
            if (content is null)
                continue;
            await xml.WriteAsync(place.Start.AsMemory(), cancel);
            await WriteAsync(content, xml, cancel);
            await xml.WriteLineAsync("</file>".AsMemory(), cancel);
        }
    }

    private static async Task WriteAsync(Stream content, StreamWriter xml, CancellationToken cancel)
    {
        var part = new byte[PartBytes];
        while (await content.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, cancel) is var read and > 0)
            await xml.WriteAsync(Convert.ToBase64String(part.AsSpan(0, read)).AsMemory(), cancel);
    }
}
