using System.CommandLine;
using Arena.Load.Campaigns;
using Arena.Load.Clusters;
using Arena.Load.Crowds;
using Arena.Load.Events;
using Arena.Load.Grains;

namespace Arena.Load;

/// <summary>The commands. The gateway's own <c>Program</c> is visible here, so this one has another name.</summary>
internal static class LoadProgram
{
    private static Task<int> Main(string[] args)
    {
        var sessions = new Option<int>("--sessions") { Description = "Sessions at once", DefaultValueFactory = _ => 1_000 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 5 };
        var questions = new Option<int>("--questions") { Description = "Questions in each", DefaultValueFactory = _ => 3 };
        var many = new Command("heap", "Plays many small games at once against an Arena in this process; tells whether memory comes back")
        {
            sessions, players, questions,
        };
        many.SetAction((parsed, cancel) => HeapScenario.RunAsync(
            parsed.GetValue(sessions), parsed.GetValue(players), parsed.GetValue(questions), cancel));
        var root = new RootCommand("Plays games against Arena, as browsers do.") { many, Report(), Kill(), Outage(), Cluster(), Grains(), Events() };
        foreach (var command in CrowdCommands.All)
            root.Add(command);
        return root.Parse(args).InvokeAsync();
    }

    private static Command Report()
    {
        var players = new Option<int>("--players") { Description = "Players in the game", DefaultValueFactory = _ => 500 };
        var questions = new Option<int>("--questions") { Description = "Questions in the game", DefaultValueFactory = _ => 30 };
        var hold = new Option<bool>("--hold") { Description = "Print the report's address and the author's token, and stay until Ctrl+C" };
        var report = new Command("report", "Plays a game against an Arena in this process and measures its report") { players, questions, hold };
        report.SetAction((parsed, cancel) => ReportScenario.RunAsync(parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(hold), cancel));
        return report;
    }

    private static Command Kill()
    {
        var database = new Option<string>("--database") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var players = new Option<int>("--players") { Description = "Players in the game", DefaultValueFactory = _ => 500 };
        var questions = new Option<int>("--questions") { Description = "Questions in the game", DefaultValueFactory = _ => 6 };
        var runs = new Option<int>("--runs") { Description = "Games, each killed once", DefaultValueFactory = _ => 50 };
        var seed = new Option<int>("--seed") { Description = "Of the first run; each next has the next", DefaultValueFactory = _ => 1 };
        var kill = new Command("kill", "Kills Arena at a random moment of a game, starts it again and counts lost answers")
        {
            database, players, questions, runs, seed,
        };
        kill.SetAction((parsed, cancel) => KillScenario.RunAsync(
            parsed.GetValue(database) == "postgres", parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(runs),
            parsed.GetValue(seed), cancel));
        return kill;
    }

    private static Command Cluster()
    {
        var fault = new Option<ClusterFault>("--fault") { Description = "What happens to the cluster in each run", DefaultValueFactory = _ => ClusterFault.Silo };
        var silos = new Option<int>("--silos") { Description = "Silo processes", DefaultValueFactory = _ => 3 };
        var gateways = new Option<int>("--gateways") { Description = "Gateway processes behind HAProxy", DefaultValueFactory = _ => 2 };
        var sessions = new Option<int>("--sessions") { Description = "Games at once", DefaultValueFactory = _ => 100 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 20 };
        var questions = new Option<int>("--questions") { Description = "Questions in each", DefaultValueFactory = _ => 5 };
        var runs = new Option<int>("--runs") { Description = "Runs, each with one fault", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "Of the first run; each next has the next", DefaultValueFactory = _ => 1 };
        var consumers = new Option<ConsumerPlace>("--consumers") { Description = "Where the events are consumed", DefaultValueFactory = _ => ConsumerPlace.Together };
        var nats = new Option<bool>("--nats") { Description = "Relay the events to a NATS server that is killed and started again in each run" };
        var warmUp = new Option<int>("--warm-up") { Description = "Runs without a fault before those, for processes that have compiled their code; not in the table" };
        var powerUps = new Option<PowerUpRuns>("--power-ups") { Description = "Whether players earn and use power-ups: off, on, or in every other run to compare", DefaultValueFactory = _ => PowerUpRuns.Off };
        var cluster = new Command("cluster", "Plays many games on a cluster of processes, with a fault in each run, and counts lost answers and how long recovery takes")
        {
            fault, silos, gateways, consumers, nats, sessions, players, questions, powerUps, warmUp, runs, seed,
        };
        cluster.SetAction((parsed, cancel) => ClusterScenario.RunAsync(
            parsed.GetValue(fault), parsed.GetValue(silos), parsed.GetValue(gateways), parsed.GetValue(consumers), parsed.GetValue(nats),
            new(parsed.GetValue(sessions), parsed.GetValue(players), parsed.GetValue(questions)), parsed.GetValue(powerUps),
            parsed.GetValue(warmUp), parsed.GetValue(runs), parsed.GetValue(seed), cancel));
        return cluster;
    }

    private static Command Outage()
    {
        var players = new Option<int>("--players") { Description = "Players in the game", DefaultValueFactory = _ => 500 };
        var questions = new Option<int>("--questions") { Description = "Questions in the game", DefaultValueFactory = _ => 6 };
        var seconds = new Option<int>("--seconds") { Description = "How long PostgreSQL is gone", DefaultValueFactory = _ => 30 };
        var seed = new Option<int>("--seed") { Description = "Of what the players draw", DefaultValueFactory = _ => 1 };
        var outage = new Command("outage", "Stops PostgreSQL in the middle of a game and starts it again")
        {
            players, questions, seconds, seed,
        };
        outage.SetAction((parsed, _) => OutageScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(seconds), parsed.GetValue(seed)));
        return outage;
    }

    private static Command Grains()
    {
        var silos = new Option<short>("--silos") { Description = "Silos in this process", DefaultValueFactory = _ => 3 };
        var sessions = new Option<int>("--sessions") { Description = "Games at once", DefaultValueFactory = _ => 100 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 20 };
        var questions = new Option<int>("--questions") { Description = "Questions in each", DefaultValueFactory = _ => 5 };
        var grains = new Command("grains", "Plays many games on a cluster of silos in this process, by calls of the grains: the cost without browsers and sockets")
        {
            silos, sessions, players, questions,
        };
        grains.SetAction((parsed, _) => GrainsScenario.RunAsync(
            parsed.GetValue(silos), parsed.GetValue(sessions), parsed.GetValue(players), parsed.GetValue(questions)));
        return grains;
    }

    private static Command Events()
    {
        var database = new Option<string>("--database") { Description = "sqlite or postgres", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var events = new Option<int>("--events") { Description = "Events in the log at the start", DefaultValueFactory = _ => 1_000_000 };
        var sessions = new Option<int>("--sessions") { Description = "Sessions of those", DefaultValueFactory = _ => 2_000 };
        var games = new Option<int>("--games") { Description = "Games that are played then", DefaultValueFactory = _ => 50 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 20 };
        var questions = new Option<int>("--questions") { Description = "Questions in each", DefaultValueFactory = _ => 5 };
        var command = new Command("events", "Delivers a log to a consumer, then the events of games while they run: events a second, and their age when they come")
        {
            database, events, sessions, games, players, questions,
        };
        command.SetAction((parsed, _) => EventsScenario.RunAsync(
            parsed.GetValue(database) == "postgres", parsed.GetValue(events), parsed.GetValue(sessions), parsed.GetValue(games),
            parsed.GetValue(players), parsed.GetValue(questions)));
        return command;
    }
}
