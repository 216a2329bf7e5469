using System.Text.Json;

namespace Arena.Evening;

/// <summary>What Chromium's tracing says of one page: the time between its frames, and the work of its main thread.</summary>
internal sealed class FrameTrace
{
    private const string Categories = "devtools.timeline,disabled-by-default-devtools.timeline,toplevel";

    /// <summary>Notes when each frame begins, by the page's own clock.</summary>
    private const string Frames =
        """
        () => {
          const noted = (window.arenaFrames = { at: [], over: false });
          const note = (now) => {
            noted.at.push(now);
            if (!noted.over) requestAnimationFrame(note);
          };
          requestAnimationFrame(note);
        }
        """;

    private readonly ICDPSession _browser;
    private readonly IPage _page;
    private readonly List<JsonElement> _events = [];
    private TaskCompletionSource _complete = new();

    private readonly string? _kept;
    private int _recorded;

    /// <param name="browser">All of it.</param>
    /// <param name="page">Whose frames count.</param>
    /// <param name="kept">The folder for files that Chromium's own viewer opens; null for none.</param>
    public FrameTrace(ICDPSession browser, IPage page, string? kept)
    {
        (_browser, _page, _kept) = (browser, page, kept);
        browser.Event("Tracing.dataCollected").OnEvent += (_, data) => _events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(each => each.Clone()));
        browser.Event("Tracing.tracingComplete").OnEvent += (_, _) => _complete.TrySetResult();
    }

    /// <returns>Milliseconds between frames, and of processor time that each task of the main thread took; ascending.</returns>
    public async Task<(double[] Gaps, double[] Tasks)> RecordAsync(Func<Task> act)
    {
        _events.Clear();
        _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _browser.SendAsync("Tracing.start", new() { ["categories"] = Categories, ["transferMode"] = "ReportEvents" });
        await _page.EvaluateAsync(Frames);
        await act();
        var at = await _page.EvaluateAsync<double[]>("() => { arenaFrames.over = true; return arenaFrames.at; }");
        await _browser.SendAsync("Tracing.end");
        await _complete.Task;
        if (_kept is not null)
            await File.WriteAllTextAsync(Path.Combine(_kept, $"{++_recorded}.json"), JsonSerializer.Serialize(new { traceEvents = _events }));
        return ([.. at.Zip(at.Skip(1), (before, after) => after - before).Order()], [.. Tasks().Order()]);
    }

    private IEnumerable<double> Tasks()
    {
        var threads = _events.Where(each => Name(each) == "thread_name" && each.GetProperty("args").GetProperty("name").GetString() == "CrRendererMain")
            .Select(Thread).ToHashSet();
        return _events.Where(each => Name(each) == "ThreadControllerImpl::RunTask")
            .Where(each => threads.Contains(Thread(each)) && each.TryGetProperty("tdur", out _))
            .Select(each => each.GetProperty("tdur").GetDouble() / 1_000);
    }

    private static string? Name(JsonElement traced) => traced.GetProperty("name").GetString();

    private static (long Process, long Thread) Thread(JsonElement traced) => (traced.GetProperty("pid").GetInt64(), traced.GetProperty("tid").GetInt64());
}
