using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Simulation.Tests;

/// <summary>
/// A player, who joins and answers every question that shows up. What has an unknown outcome, or was refused for the moment, is repeated with
/// its operation id; now and then so is what was acknowledged, as by a browser that missed it.
/// </summary>
internal sealed class PlayerBrowser(World world, SimulatedSession session, int number) : Browser(world, session, $"{session.Code}-p{number}")
{
    private readonly HashSet<int> _answered = [];
    private Joined? _seat;

    public async Task PlayAsync()
    {
        await PauseAsync(0, 1_500);
        var join = new JoinSession(Draws.Id(), Name);
        if (!await JoinAsync(join))
            return;
        Session.PlayersIn++;
        if (Draws.Chance(0.2))
            await JoinAsync(join);
        await BindAsync();
        while (!IsOver)
        {
            Doing = $"looking at {Screen.Shown}";
            await PauseAsync(50, 250);
            await LookAsync();
            if (Screen.Shown?.Phase is AskingView asking && _answered.Add(asking.Round))
                await AnswerAsync(asking.Round);
        }
        Doing = "over";
    }

    protected override Task<Refusal?> EnterAsync(SimulatedGateway gateway) => gateway.EnterAsync(Session.Code, Session.Id, _seat!.Seat, Screen);

    /// <returns>Whether the player is in: not when the game was over before.</returns>
    private async Task<bool> JoinAsync(JoinSession join)
    {
        while (true)
        {
            var wasLaunched = World.Ledger.Launches.Contains(Session.Id);
            var outcome = await UntilAnsweredAsync("joining", gateway => gateway.JoinAsync(Session.Code, join));
            if (outcome.Accepted)
            {
                World.Ledger.Joined(join.OperationId, outcome.Value);
                _seat = outcome.Value;
                return true;
            }
            if (_seat is null && outcome.Refusal == Refusal.SessionEnded)
                return false;
            if (!IsForTheMoment(outcome.Refusal.Value) && (outcome.Refusal != Refusal.UnknownSession || wasLaunched))
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
        while (true)
        {
            var outcome = await UntilAnsweredAsync(
                $"answering {round}",
                gateway => gateway.AnswerAsync(Session.Code, Session.Id, _seat!.Seat, round, choice, operation));
            if (outcome.Accepted)
            {
                World.Ledger.Answered(operation, Session.Id, _seat!.Seat, round, outcome.Value);
                return true;
            }
            Doing = $"answering {round}: {outcome.Refusal}";
            if (!IsForTheMoment(outcome.Refusal.Value) && (wasAcknowledged || outcome.Refusal is not (Refusal.TooLate or Refusal.TooEarly or Refusal.SessionEnded)))
                World.Ledger.Refused($"{Name}'s {(wasAcknowledged ? "repeated " : "")}answer to {round}", outcome.Refusal.Value);
            if (!IsForTheMoment(outcome.Refusal.Value) && outcome.Refusal != Refusal.TooEarly)
                return false;
            if (IsOver)
                return false;
            await PauseAsync(100, 500);
            await LookAsync();
        }
    }

    private static bool IsForTheMoment(Refusal refusal) =>
        refusal is Refusal.OutcomeUnknown or Refusal.Unavailable or Refusal.Overloaded or Refusal.Paused;
}
