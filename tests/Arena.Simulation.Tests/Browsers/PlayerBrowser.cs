using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Simulation.Tests.Gateways;

namespace Arena.Simulation.Tests.Browsers;

/// <summary>
/// A player, who joins and answers every question that shows up. A call with an unknown outcome, or one refused for the moment, is repeated with
/// its operation id; now and then so is an acknowledged call, as by a browser that missed it. A host may hand the seat over to a further
/// device; the earlier one plays on until it is refused.
/// </summary>
internal sealed class PlayerBrowser(World world, SimulatedSession session, int number, int device = 0)
    : Browser(world, session, device == 0 ? $"{session.Code}-p{number}" : $"{session.Code}-p{number}-d{device}")
{
    private readonly HashSet<int> _answered = [];
    private Joined? _seat;
    private bool _isReplaced;

    public async Task PlayAsync()
    {
        await PauseAsync(0, 1_500);
        var join = new JoinSession(Draws.Id(), Name);
        if (!await JoinAsync(join))
            return;
        Session.Seats.Add(_seat!.Seat, number);
        if (Draws.Chance(0.2))
            await JoinAsync(join);
        await PlayOnAsync();
    }

    /// <summary>Takes the seat that a host offers to this device, and plays on with it.</summary>
    public async Task TakeSeatAsync(string offer)
    {
        if (await TakeAsync(new(Draws.Id(), offer)))
            await PlayOnAsync();
        Doing = "over";
    }

    protected override async Task<GameErrorCode?> EnterAsync(SimulatedGateway gateway)
    {
        var newest = World.Ledger.IssueOf(Session.Id, _seat!.Seat);
        var (refusal, isHeld) = await gateway.EnterAsync(Session.Code, Session.Id, _seat.Seat, _seat.Issue, Screen);
        if (refusal is null && !isHeld && _seat.Issue < newest)
            World.Violations.Add($"{Name} was admitted with issue {_seat.Issue} of its seat after issue {newest} was acknowledged");
        if (refusal == GameErrorCode.SeatHandedOver)
            LoseSeat("entry");
        return refusal;
    }

    private async Task PlayOnAsync()
    {
        await BindAsync();
        while (!IsOver && !_isReplaced)
        {
            Doing = $"looking at {Screen.Shown}";
            await PauseAsync(50, 250);
            await LookAsync();
            // Another device has the seat: a player who reloads this one is refused.
            if (!_isReplaced && _seat!.Issue < World.Ledger.IssueOf(Session.Id, _seat.Seat) && Draws.Chance(0.3))
                await BindAsync();
            if (!_isReplaced && Screen.Shown?.Phase is AskingView asking && _answered.Add(asking.Round))
                await AnswerAsync(asking.Round);
        }
        Doing = "over";
    }

    private void LoseSeat(string what)
    {
        _isReplaced = true;
        World.Reach.Note("a device that has lost its seat is refused");
        if (Session.Devices.GetValueOrDefault(_seat!.Seat) <= device)
            World.Ledger.Refused($"{Name}'s {what}", GameErrorCode.SeatHandedOver);
    }

    /// <returns>Whether this device has the seat: not if the code is void, as after a failure, or the game over.</returns>
    private async Task<bool> TakeAsync(TakeSeat take)
    {
        while (true)
        {
            var outcome = await UntilAnsweredAsync("taking the seat", gateway => gateway.TakeSeatAsync(Session.Code, take));
            if (outcome.Accepted)
            {
                World.Ledger.TookOver(take.OperationId, outcome.Value);
                _seat = outcome.Value;
                return true;
            }
            Doing = $"taking the seat: {outcome.Refusal}";
            if (outcome.Refusal == GameErrorCode.UnknownSession)
                World.Ledger.Refused($"{Name}'s hand-over", outcome.Refusal.Value);
            if (!IsForTheMoment(outcome.Refusal.Value))
                return false;
            await PauseAsync(100, 500);
        }
    }

    /// <returns>Whether the player is in: not when the game was over before.</returns>
    private async Task<bool> JoinAsync(JoinSession join)
    {
        while (true)
        {
            var wasLaunched = World.Ledger.Launches.Contains(Session.Id);
            var newest = _seat is null ? 0 : World.Ledger.IssueOf(Session.Id, _seat.Seat);
            var outcome = await UntilAnsweredAsync("joining", gateway => gateway.JoinAsync(Session.Code, join));
            if (outcome.Accepted)
            {
                World.Ledger.Joined(join.OperationId, outcome.Value);
                if (outcome.Value.Issue < newest)
                    World.Violations.Add($"{Name} was seated again with issue {outcome.Value.Issue} after issue {newest} was acknowledged");
                _seat = outcome.Value;
                return true;
            }
            if (_seat is null && outcome.Refusal == GameErrorCode.SessionEnded)
                return false;
            if (_seat is not null && outcome.Refusal == GameErrorCode.SeatHandedOver)
            {
                LoseSeat("repeated join");
                return true;
            }
            if (!IsForTheMoment(outcome.Refusal.Value) && (outcome.Refusal != GameErrorCode.UnknownSession || wasLaunched))
            {
                World.Ledger.Refused($"{Name}'s join", outcome.Refusal.Value);
                return _seat is not null;
            }
            await PauseAsync(100, 500);
        }
    }

    private async Task AnswerAsync(int round)
    {
        await PauseAsync(0, 3_000);
        if (_isReplaced)
            return;
        var operation = Draws.Id();
        var choice = Draws.Chance(0.7) ? 0 : 1;
        var acknowledged = await SendAsync(operation, round, choice, wasAcknowledged: false);
        if (acknowledged && Draws.Chance(0.2))
        {
            await PauseAsync(0, 4_000);
            await SendAsync(World.Bugs.RepeatsAreNew ? Draws.Id() : operation, round, choice, wasAcknowledged: true);
        }
    }

    private async Task<bool> SendAsync(Guid operation, int round, int choice, bool wasAcknowledged)
    {
        World.Ledger.Sent(operation, _seat!.Issue);
        while (true)
        {
            var outcome = await UntilAnsweredAsync(
                $"answering {round}",
                gateway => gateway.AnswerAsync(Session.Code, Session.Id, _seat!.Seat, IssueToTell(), round, choice, operation));
            if (outcome.Accepted)
            {
                World.Ledger.Answered(operation, Session.Id, _seat!.Seat, round, outcome.Value);
                return true;
            }
            Doing = $"answering {round}: {outcome.Refusal}";
            if (outcome.Refusal == GameErrorCode.SeatHandedOver && (!wasAcknowledged || World.Ledger.Skips.Contains((Session.Id, round))))
                LoseSeat($"answer to {round}");
            else if (!IsForTheMoment(outcome.Refusal.Value) && !IsExpected(outcome.Refusal.Value, round, wasAcknowledged))
                World.Ledger.Refused($"{Name}'s {(wasAcknowledged ? "repeated " : "")}answer to {round}", outcome.Refusal.Value);
            if (!IsForTheMoment(outcome.Refusal.Value) && outcome.Refusal != GameErrorCode.TooEarly)
                return false;
            if (IsOver)
                return false;
            await PauseAsync(100, 500);
            await LookAsync();
        }
    }

    /// <summary>A planted bug returns the newest issue that any client knows.</summary>
    private int IssueToTell() => World.Bugs.DevicesKeepTheirSeat ? World.Ledger.IssueOf(Session.Id, _seat!.Seat) : _seat!.Issue;

    /// <summary>An answer to a skipped question is forgotten with it; a further device does not know what the earlier one has answered.</summary>
    private bool IsExpected(GameErrorCode refusal, int round, bool wasAcknowledged) => refusal switch
    {
        GameErrorCode.TooLate or GameErrorCode.TooEarly or GameErrorCode.SessionEnded => !wasAcknowledged || World.Ledger.Skips.Contains((Session.Id, round)),
        GameErrorCode.AlreadyAnswered => device > 0 && !wasAcknowledged,
        _ => false,
    };

    private static bool IsForTheMoment(GameErrorCode refusal) =>
        refusal is GameErrorCode.OutcomeUnknown or GameErrorCode.Unavailable or GameErrorCode.Overloaded or GameErrorCode.Paused;
}
