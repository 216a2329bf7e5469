using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.Simulation.Tests.Gateways;
using Arena.Simulation.Tests.Storage;

namespace Arena.Simulation.Tests.Browsers;

/// <summary>The host, who launches the session, starts it when the players are there, and meddles now and then.</summary>
internal sealed class HostBrowser(World world, SimulatedSession session) : Browser(world, session, $"{session.Code}-host")
{
    private static readonly TimeSpan WaitsForPlayers = TimeSpan.FromSeconds(8);

    private readonly List<Task> _devices = [];
    private SessionSettings _settings = new();

    public async Task HostAsync()
    {
        _settings = new()
        {
            AutoAdvance = Draws.Chance(0.7),
            ContinueWithoutHost = Draws.Chance(0.5),
            GetReadyMs = 500,
            RevealMs = GameLimits.MinInterludeMs,
            StandingsMs = GameLimits.MinInterludeMs,
        };
        await LaunchAsync();
        await BindAsync();
        var since = World.Scheduler.Time.GetTimestamp();
        while (Session.Seats.Count == 0
            || (Session.Seats.Count < World.Plan.Players && World.Scheduler.Time.GetElapsedTime(since) < WaitsForPlayers))
        {
            await PauseAsync(50, 200);
            await LookAsync();
            await OfferNowAndThenAsync();
        }
        await CommandAsync(new HostAction.Start(), step: 0);
        while (!IsOver)
        {
            Doing = $"looking at {Screen.Shown}";
            await PauseAsync(50, 250);
            await LookAsync();
            await OfferNowAndThenAsync();
            if (Screen.Shown is { Phase: AskingView } view && Draws.Chance(0.04))
                await MeddleAsync(view);
            else if (Screen.Shown is { Phase: RevealView or StandingsView, AutoAdvance: false } shown)
                await CommandAsync(new HostAction.Advance(), shown.Step);
        }
        Doing = "waiting for further devices";
        await Task.WhenAll(_devices);
        Doing = "over";
    }

    protected override Task<GameErrorCode?> EnterAsync(SimulatedGateway gateway) => gateway.EnterHostAsync(Session.Code, Session.Id, Screen);

    private async Task LaunchAsync()
    {
        var launch = new LaunchSession(Session.Id, OneQuiz.Id, WireJson.Body(_settings), Seed: 1);
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

    private async Task MeddleAsync(SessionView view)
    {
        var step = view.Step;
        switch (Draws.Between(0, 3))
        {
            case 0:
                await CommandAsync(new HostAction.Extend(1_000), step);
                break;
            case 1:
                await CommandAsync(new HostAction.Advance(), step);
                break;
            case 2:
                await SkipAsync(step, ((AskingView)view.Phase).Round);
                break;
            default:
                if (await CommandAsync(new HostAction.Pause(), step))
                {
                    await PauseAsync(100, 2_000);
                    await CommandAsync(new HostAction.Resume(), step);
                }
                break;
        }
    }

    /// <summary>Skips a question, and mostly thinks better of it.</summary>
    private async Task SkipAsync(int step, int round)
    {
        World.Ledger.Skips.Add((Session.Id, round));
        if (!await CommandAsync(new HostAction.Skip(), step) || Draws.Chance(0.3))
            return;
        await PauseAsync(0, 2_000);
        if (await CommandAsync(new HostAction.UndoSkip(), step + 1))
            World.Reach.Note("a skip is undone");
    }

    /// <summary>Hands some player's seat over to a further device, which takes it at its own pace.</summary>
    private async Task OfferNowAndThenAsync()
    {
        if (Session.Seats.Count == 0 || !Draws.Chance(World.Plan.HandOver))
            return;
        var (seat, number) = Draws.One(Session.Seats.ToArray());
        while (!IsOver)
        {
            var outcome = await UntilAnsweredAsync($"offering seat {seat}", gateway => gateway.OfferSeatAsync(Session.Code, Session.Id, seat));
            if (outcome.Accepted)
            {
                var device = Session.Devices[seat] = Session.Devices.GetValueOrDefault(seat) + 1;
                _devices.Add(World.PlayAsync(new PlayerBrowser(World, Session, number, device), outcome.Value.Code));
                return;
            }
            if (outcome.Refusal is GameErrorCode.UnknownSession)
                World.Ledger.Refused($"{Name}'s offer", outcome.Refusal.Value);
            await PauseAsync(100, 500);
            await LookAsync();
        }
    }

    /// <returns>Whether it took effect.</returns>
    private async Task<bool> CommandAsync(HostAction action, int step)
    {
        var command = HostCommand.For(Draws.Id(), step, action);
        while (true)
        {
            var outcome = await UntilAnsweredAsync($"commanding {action.Kind}", gateway => gateway.CommandAsync(Session.Code, Session.Id, command));
            if (outcome.Accepted)
            {
                World.Ledger.Commanded(command.OperationId, Session.Id);
                return true;
            }
            Doing = $"commanding {action.Kind}: {outcome.Refusal}";
            if (outcome.Refusal is GameErrorCode.UnknownSession)
                World.Ledger.Refused($"{Name}'s {action.Kind}", outcome.Refusal.Value);

            // Everything but a momentary refusal is a decision; only the start must come about.
            if (outcome.Refusal is not (GameErrorCode.OutcomeUnknown or GameErrorCode.Unavailable or GameErrorCode.Overloaded) && action is not HostAction.Start)
                return false;
            if (IsOver)
                return false;
            await PauseAsync(100, 500);
            await LookAsync();
        }
    }
}
