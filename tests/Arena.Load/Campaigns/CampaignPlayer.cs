using System.Text.Json;
using Arena.TestKit.Clients;

namespace Arena.Load.Campaigns;

/// <summary>
/// A player who answers every question once, a random moment after it opens, and repeats the answer until it is decided. Coming back, every
/// other player takes the seat again by its token, the rest by repeating the join; and all repeat acknowledged calls.
/// In a game with power-ups most answers are right, and a player uses one that is in hand before the answer.
/// </summary>
internal sealed class CampaignPlayer(
    Uri server, Launch launch, int number, Random random, Ledger ledger, ICampaignEvents events, CancellationToken stop,
    bool hasPowerUps = false)
    : ReturningClient(server, random, stop)
{
    private readonly Guid _joining = Guid.NewGuid();
    private readonly TaskCompletionSource _seated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<Task> _answering = [];
    private string? _seatToken;
    private int _seat = -1;
    private GivenAnswer? _last;
    private GivenPowerUp? _used;
    private string[] _hand = [];
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
        HoldHand(welcome.GetProperty("seat"));
        (_seatToken, _seat) = (welcome.GetProperty("seatToken").GetString(), seat);
        if (_seated.TrySetResult())
            events.Observe(Seen.Joined, 0);
        return welcome;
    }

    protected override void OnFrame(HubFrame frame)
    {
        if (frame.Target == "Seat")
            HoldHand(frame.Body.GetProperty("view"));
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
            _last = ledger.Give(Nickname, round, () => hasPowerUps && Draw(4) > 0 ? round % 4 : Draw(4));
            _answering.Add(AnswerAsync(_last, Playable(phase), (int)Math.Max(0, phase.GetProperty("opensAtMs").GetInt64() - nowMs)));
        }
    }

    private void HoldHand(JsonElement seat)
    {
        if (hasPowerUps)
            Volatile.Write(ref _hand, [.. seat.GetProperty("powerUps").EnumerateArray().Select(kind => kind.GetString()!)]);
    }

    /// <summary>A power-up in hand that has an effect on the question, or null.</summary>
    private string? Playable(JsonElement asking)
    {
        if (!hasPowerUps)
            return null;
        var fitting = asking.GetProperty("powerUps").EnumerateArray().Select(kind => kind.GetString()!).ToArray();
        return Volatile.Read(ref _hand).FirstOrDefault(fitting.Contains);
    }

    /// <summary>Where it has no effect just now it is refused, and stays in hand.</summary>
    private async Task UseAsync(GivenPowerUp powerUp)
    {
        while (true)
        {
            var reply = await SettleAsync(hub => UseAsync(hub, powerUp));
            if (reply.Refusal is not ("tooEarly" or "paused"))
            {
                powerUp.Acknowledged = reply.Refusal is null;
                _used = powerUp;
                return;
            }
            await PauseAsync(100, 200);
        }
    }

    private static Task<HubReply> UseAsync(HubClient hub, GivenPowerUp powerUp) =>
        hub.CallAsync("UsePowerUp", new { round = powerUp.Round, kind = powerUp.Kind, operationId = powerUp.Operation });

    private async Task AnswerAsync(GivenAnswer answer, string? powerUp, int opensInMs)
    {
        await Task.Yield();
        await PauseAsync(opensInMs + 10, opensInMs + 10 + events.AnswerSpreadMs);
        if (powerUp is not null)
            await UseAsync(ledger.Use(Nickname, answer.Round, powerUp));
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
        if (_used is { Acknowledged: true } used)
        {
            var again = await UseAsync(hub, used);
            ledger.WasRepeated();
            if (again.Refusal is "unavailable" or "outcomeUnknown" or "overloaded")
                throw new IOException("It could not be repeated now.");
            if (again.Refusal is not null)
                ledger.Fault($"a repeated power-up was refused as {again.Refusal}");
        }
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
