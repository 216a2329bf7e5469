using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Load.Campaigns;

/// <summary>
/// A player who answers every question once, a random moment after it opens, and repeats the answer until it is decided. Coming back, every
/// other player takes the seat again by its token, the rest by repeating the join; and all repeat acknowledged calls.
/// </summary>
internal sealed class CampaignPlayer(
    Uri server, Launch launch, int number, Random random, Ledger ledger, ICampaignEvents events, CancellationToken stop)
    : ReturningClient(server, random, stop)
{
    private readonly Guid _joining = Guid.NewGuid();
    private readonly TaskCompletionSource _seated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<Task> _answering = [];
    private string? _seatToken;
    private int _seat = -1;
    private GivenAnswer? _last;
    private (long Epoch, long Sequence) _position;
    private int _round = -1;

    /// <summary>Completes once the player has a seat.</summary>
    public Task Seated => _seated.Task;

    public string Nickname { get; } = $"Player {number}";

    public PlayerHistory History { get; } = new();

    /// <summary>Completes once every answer that was begun is decided.</summary>
    public Task DecidedAsync()
    {
        lock (_gate)
            return Task.WhenAll(_answering);
    }

    protected override async Task<JsonElement?> BindAsync(HubClient hub)
    {
        var returns = _seatToken is not null;
        var reply = returns && number % 2 == 0 ? await hub.ResumeAsync(_seatToken!) : await hub.JoinAsync(launch.Code, Nickname, _joining);
        while (reply.Refusal == "queued")
        {
            await PauseAsync(100, 300);
            reply = await hub.JoinAsync(launch.Code, Nickname, _joining);
        }
        if (reply.Refusal is "unknownSession" or "sessionEnded" && returns)
            return null;
        var welcome = reply.Accepted;
        var seat = welcome.GetProperty("seat").GetProperty("seat").GetInt32();
        if (returns)
        {
            ledger.WasRepeated();
            if (seat != _seat)
                ledger.Fault("a repeated join led to another seat");
            events.Returned();
            await RepeatAsync(hub);
        }
        (_seatToken, _seat) = (welcome.GetProperty("seatToken").GetString(), seat);
        if (_seated.TrySetResult())
            events.Observe(Seen.Joined, 0);
        return welcome;
    }

    protected override void OnFrame(HubFrame frame)
    {
        base.OnFrame(frame);
        if (frame.Kind is { } kind && Enum.TryParse<Seen>(kind, ignoreCase: true, out var seen))
            events.Observe(seen, frame.Phase.TryGetProperty("round", out var round) ? round.GetInt32() : 0);
    }

    protected override bool OnPosition(long epoch, long sequence, bool isWelcome)
    {
        History.Add(_round, $"{(isWelcome ? "welcome" : "frame")} {epoch}.{sequence}");
        if (isWelcome)
            events.Bound(number);
        if ((epoch, sequence).CompareTo(_position) < 0)
            return false;
        _position = (epoch, sequence);
        events.Positioned(number, epoch, sequence);
        return true;
    }

    protected override void OnLost()
    {
        History.Add(_round, "lost");
        events.Lost(number);
    }

    protected override void OnView(JsonElement view, long nowMs)
    {
        events.Suspended(number, view.GetProperty("suspendedSinceMs").ValueKind == JsonValueKind.Number);
        var phase = view.GetProperty("phase");
        if (phase.TryGetProperty("round", out var shown))
            _round = shown.GetInt32();
        History.Add(_round, $"{phase.GetProperty("kind").GetString()} {_round}");
        if (phase.GetProperty("kind").GetString() != "asking")
            return;
        var round = phase.GetProperty("round").GetInt32();
        lock (_gate)
        {
            if (_last?.Round >= round)
                return;
            _last = ledger.Give(Nickname, round, () => Draw(4));
            _answering.Add(AnswerAsync(_last, (int)Math.Max(0, phase.GetProperty("opensAtMs").GetInt64() - nowMs)));
        }
    }

    private async Task AnswerAsync(GivenAnswer answer, int opensInMs)
    {
        await Task.Yield();
        await PauseAsync(opensInMs + 10, opensInMs + 10 + events.AnswerSpreadMs);
        while (true)
        {
            events.Sends(answer);
            var reply = await SettleAsync(hub => hub.AnswerAsync(answer.Round, answer.Choice, answer.Operation));
            switch (reply.Refusal)
            {
                case null:
                    answer.Acknowledged = true;
                    events.Acknowledged(answer);
                    events.Observe(Seen.Answered, answer.Round);
                    return;
                case "tooEarly" or "paused":
                    // As a person does who presses again when the clock runs.
                    await PauseAsync(100, 200);
                    break;
                default:
                    answer.Refusal = reply.Refusal;
                    events.Refused(answer);
                    return;
            }
        }
    }

    /// <summary>A repeated call is acknowledged again, in the same words, and changes nothing.</summary>
    private async Task RepeatAsync(HubClient hub)
    {
        if (_last is not { Acknowledged: true } answer)
            return;
        var reply = await hub.AnswerAsync(answer.Round, answer.Choice, answer.Operation);
        ledger.WasRepeated();
        if (reply.Refusal is "unavailable" or "outcomeUnknown" or "overloaded")
            throw new IOException("It could not be repeated now.");
        if (reply.Refusal is not null)
            ledger.Fault($"a repeated answer was refused as {reply.Refusal}");
        else if (reply.Value.GetProperty("round").GetInt32() != answer.Round || reply.Value.GetProperty("answer").GetProperty("option").GetInt32() != answer.Choice)
            ledger.Fault("a repeated answer got another acknowledgement");
    }
}
