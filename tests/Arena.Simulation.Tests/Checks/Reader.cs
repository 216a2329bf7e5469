using System.Text;
using System.Text.Json;
using Arena.Game.Views;
using Arena.GrainInterfaces;

namespace Arena.Simulation.Tests.Checks;

/// <summary>
/// What one gateway or browser shows of a session. It follows the rule of all readers: a frame that is not newer than the shown one is dropped.
/// </summary>
internal sealed class Reader(string name, bool takesAll, Reach reach)
{
    private (long Epoch, long Sequence) _last;

    public string Name => name;

    /// <summary>The shown state.</summary>
    public SessionView? Shown { get; private set; }

    /// <summary>All that was shown, in order.</summary>
    public List<(PushPosition Position, string View)> Accepted { get; } = [];

    /// <returns>The offered frame.</returns>
    public SessionView Offer(PushPosition position, JsonBody<SessionView> body)
    {
        var view = JsonSerializer.Deserialize<SessionView>(body.Utf8.Span, WireJson.Options)!;
        if ((position.Epoch, position.Sequence).CompareTo(_last) < 0)
            reach.Note("what is older than what is shown comes in");
        if (!IsNewer(position))
            return view;
        if (view.SuspendedSinceMs is not null)
            reach.Note("everybody holds on");
        Show(position, view, Text(view));
        return view;
    }

    /// <summary>Shows what another reader shows.</summary>
    public void Follow(Reader other)
    {
        if (other.Accepted is [.., var (position, text)] && IsNewer(position))
            Show(position, other.Shown!, text);
    }

    /// <summary>A view in the one form in which views are compared. An outage of the server is not part of the game's state.</summary>
    public static string Text(SessionView view) =>
        Encoding.UTF8.GetString(WireJson.Body(view with { SuspendedSinceMs = null }).Utf8.Span);

    private bool IsNewer(PushPosition position) =>
        (position.Epoch, position.Sequence) != _last && (takesAll || (position.Epoch, position.Sequence).CompareTo(_last) > 0);

    private void Show(PushPosition position, SessionView view, string text)
    {
        _last = (position.Epoch, position.Sequence);
        Shown = view;
        Accepted.Add((position, text));
    }
}
