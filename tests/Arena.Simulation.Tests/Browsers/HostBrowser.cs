using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Simulation.Tests;

/// <summary>The host, who launches the session, starts it when the players are there, and meddles now and then.</summary>
internal sealed class HostBrowser(World world, SimulatedSession session) : Browser(world, session, $"{session.Code}-host")
{
    private static readonly TimeSpan WaitsForPlayers = TimeSpan.FromSeconds(8);

    private static readonly SessionSettings Settings = new()
    {
        AutoAdvance = true,
        GetReadyMs = 500,
        RevealMs = GameLimits.MinInterludeMs,
        StandingsMs = GameLimits.MinInterludeMs,
    };

    public async Task HostAsync()
    {
        await LaunchAsync();
        await BindAsync();
        var since = World.Scheduler.Time.GetTimestamp();
        while (Session.PlayersIn == 0
            || (Session.PlayersIn < World.Plan.Players && World.Scheduler.Time.GetElapsedTime(since) < WaitsForPlayers))
        {
            await PauseAsync(50, 200);
            await LookAsync();
        }
        await CommandAsync(HostAction.Start, step: 0, 0);
        while (!IsOver)
        {
            Doing = $"looking at {Screen.Shown}";
            await PauseAsync(50, 250);
            await LookAsync();
            if (Screen.Shown is { Phase: AskingView } view && Draws.Chance(0.02))
                await MeddleAsync(view.Step);
        }
        Doing = "over";
    }

    protected override Task<Refusal?> EnterAsync(SimulatedGateway gateway) => gateway.EnterHostAsync(Session.Code, Session.Id, Screen);

    private async Task LaunchAsync()
    {
        var launch = new LaunchSession(Session.Id, OneQuiz.Id, WireJson.Body(Settings), Seed: 1);
        while (true)
        {
            var outcome = await UntilAnsweredAsync("launching", gateway => gateway.LaunchAsync(Session.Code, launch));
            if (outcome.Accepted)
            {
                World.Ledger.Launched(Session.Id);
                return;
            }
            Doing = $"launching: {outcome.Refusal}";
            await PauseAsync(100, 500);
        }
    }

    private async Task MeddleAsync(int step)
    {
        switch (Draws.Between(0, 2))
        {
            case 0:
                await CommandAsync(HostAction.Extend, step, 1_000);
                break;
            case 1:
                await CommandAsync(HostAction.Advance, step, 0);
                break;
            default:
                if (await CommandAsync(HostAction.Pause, step, 0))
                {
                    await PauseAsync(100, 2_000);
                    await CommandAsync(HostAction.Resume, step, 0);
                }
                break;
        }
    }

    /// <returns>Whether it took effect.</returns>
    private async Task<bool> CommandAsync(HostAction action, int step, int value)
    {
        var command = new HostCommand(Draws.Id(), action, step, value);
        while (true)
        {
            var outcome = await UntilAnsweredAsync($"commanding {action}", gateway => gateway.CommandAsync(Session.Code, Session.Id, command));
            if (outcome.Accepted)
            {
                World.Ledger.Commanded(command.OperationId, Session.Id);
                return true;
            }
            Doing = $"commanding {action}: {outcome.Refusal}";
            if (outcome.Refusal is Refusal.UnknownSession)
                World.Ledger.Refused($"{Name}'s {action}", outcome.Refusal.Value);

            // Everything but what is refused for the moment has been decided; only the start must come about.
            if (outcome.Refusal is not (Refusal.OutcomeUnknown or Refusal.Unavailable or Refusal.Overloaded) && action != HostAction.Start)
                return false;
            if (IsOver)
                return false;
            await PauseAsync(100, 500);
            await LookAsync();
        }
    }
}
