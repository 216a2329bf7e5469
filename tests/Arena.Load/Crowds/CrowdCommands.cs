using System.CommandLine;
using System.CommandLine.Parsing;
using Arena.Load.Attacks;
using Arena.Load.Crowds.Floor;
using Arena.Load.Media;
using Arena.Load.Wire;

namespace Arena.Load.Crowds;

/// <summary>The commands that play as browsers do against a server in another process.</summary>
internal static class CrowdCommands
{
    public static IReadOnlyList<Command> All => [Burst(), Game(), Join(), Sessions(), Reconnect(), Slow(), Flood(), Media(), Attack(), Attacker(), Costs(), Soak(), Wire(), Floor()];

    private static Command Burst()
    {
        var players = new Option<int[]>("--players")
        {
            Description = "How many, for each run",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [100, 1_000, 5_000, 10_000],
        };
        var questions = new Option<int>("--questions") { Description = "Questions that count", DefaultValueFactory = _ => 5 };
        var warming = new Option<int>("--warming") { Description = "Questions before them that do not count", DefaultValueFactory = _ => 5 };
        var within = new Option<int>("--within") { Description = "Everyone answers within so many ms", DefaultValueFactory = _ => 1_000 };
        var noFloor = new Option<bool>("--no-floor") { Description = "Leaves out the bare hub beside it" };
        var allocations = new Option<bool>("--allocations") { Description = "Tells what the server allocates, too, on an Arena that is started for it" };
        var burst = new Command("burst", "Everyone answers right at once: is every score fair, how long do acknowledgements take, what does it cost beside a bare hub")
        {
            players, questions, warming, within, noFloor, allocations, Json, Seed, Server,
        };
        burst.SetAction((parsed, _) => BurstScenario.RunAsync(
            parsed.GetValue(players)!, parsed.GetValue(questions), parsed.GetValue(warming), parsed.GetValue(within), !parsed.GetValue(noFloor),
            parsed.GetValue(allocations), Run(parsed)));
        return burst;
    }

    private static Command Game()
    {
        var players = new Option<int[]>("--players") { Description = "How many, for each run", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000] };
        var game = new Command("game", "A game of ten questions, answered within five seconds each, beside a bare hub") { players, Json, Seed, Server };
        game.SetAction((parsed, _) => BurstScenario.RunAsync(
            parsed.GetValue(players)!, questions: 10, warming: 1, withinMs: 5_000, withFloor: true, withAllocations: false, Run(parsed)));
        return game;
    }

    private static Command Join()
    {
        var players = new Option<int>("--players") { Description = "How many", DefaultValueFactory = _ => 10_000 };
        var atOnce = new Option<int>("--at-once") { Description = "Joins under way at once", DefaultValueFactory = _ => 200 };
        var join = new Command("join", "Everyone comes at once while another game is played, beside a bare hub") { players, atOnce, Json, Seed, Server };
        join.SetAction((parsed, _) => JoinScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(atOnce), Run(parsed)));
        return join;
    }

    private static Command Reconnect()
    {
        var players = new Option<int>("--players") { Description = "How many", DefaultValueFactory = _ => 10_000 };
        var spread = new Option<int>("--spread") { Description = "They come back within so many ms of the cut", DefaultValueFactory = _ => 1_000 };
        var reconnect = new Command("reconnect", "Everyone is cut off at once and comes back, three times") { players, spread, Json, Seed, Server };
        reconnect.SetAction((parsed, _) => ReconnectScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(spread), Run(parsed)));
        return reconnect;
    }

    private static Command Slow()
    {
        var players = new Option<int>("--players") { Description = "How many", DefaultValueFactory = _ => 1_000 };
        var questions = new Option<int>("--questions") { Description = "Questions that count", DefaultValueFactory = _ => 8 };
        var slow = new Command("slow", "One in a hundred hangs, one in a hundred reads 1 KB/s: what do the others notice?") { players, questions, Json, Seed, Server };
        slow.SetAction((parsed, _) => SlowScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(questions), Run(parsed)));
        return slow;
    }

    private static Command Sessions()
    {
        var sessions = new Option<int>("--sessions") { Description = "Games at once", DefaultValueFactory = _ => 500 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 20 };
        var questions = new Option<int>("--questions") { Description = "Questions in each", DefaultValueFactory = _ => 5 };
        var within = new Option<int>("--within") { Description = "Everyone answers within so many ms", DefaultValueFactory = _ => 5_000 };
        var many = new Command("sessions", "Many small games at once: how long do acknowledgements take?") { sessions, players, questions, within, Json, Seed, Server };
        many.SetAction((parsed, _) => SessionsScenario.RunAsync(
            parsed.GetValue(sessions), parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(within), Run(parsed)));
        return many;
    }

    private static Command Flood()
    {
        var players = new Option<int>("--players") { Description = "How many", DefaultValueFactory = _ => 1_000 };
        var questions = new Option<int>("--questions") { Description = "Questions that count", DefaultValueFactory = _ => 8 };
        var attempts = new Option<int>("--attempts") { Description = "Guesses a minute", DefaultValueFactory = _ => 1_000 };
        var flood = new Command("flood", "Somebody guesses at a password from a hundred addresses: what does a game notice, and does the owner get in?")
        {
            players, questions, attempts, Json, Seed, Server,
        };
        flood.SetAction((parsed, _) => FloodScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(attempts), Run(parsed)));
        return flood;
    }

    private static Command Media()
    {
        var players = new Option<int>("--players") { Description = "How many", DefaultValueFactory = _ => 1_000 };
        var questions = new Option<int>("--questions") { Description = "Questions that count", DefaultValueFactory = _ => 8 };
        var contrast = new Option<double>("--contrast") { Description = "Of the picture: the more, the more bytes", DefaultValueFactory = _ => 20 };
        var media = new Command("media", "Everyone loads a large picture with each question: do acknowledgements notice, and when does the last one have it?")
        {
            players, questions, contrast, Json, Seed, Server,
        };
        media.SetAction((parsed, _) => MediaScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(contrast), Run(parsed)));
        return media;
    }

    private static Command Attack()
    {
        var players = new Option<int>("--players") { Description = "How many", DefaultValueFactory = _ => 1_000 };
        var questions = new Option<int>("--questions") { Description = "Questions in peace, and as many attacked", DefaultValueFactory = _ => 5 };
        var only = new Option<string?>("--only") { Description = "Only attacks whose name contains this" };
        var attack = new Command("attack", "One stranger attacks a server with its default limits, in every known way: what does a game notice?")
        {
            players, questions, only, Json, Seed,
        };
        attack.SetAction((parsed, _) => AttackScenario.RunAsync(
            parsed.GetValue(players), parsed.GetValue(questions), parsed.GetValue(only), Run(parsed)));
        return attack;
    }

    private static Command Attacker()
    {
        var name = new Argument<string>("name");
        var server = new Argument<string>("server");
        var code = new Argument<string>("code");
        var attacker = new Command("attacker", "One attack, until its standard input ends.") { name, server, code };
        attacker.Hidden = true;
        attacker.SetAction((parsed, _) => AttackerProcess.RunAsync(parsed.GetValue(name)!, new(new(parsed.GetValue(server)!), parsed.GetValue(code)!)));
        return attacker;
    }

    private static Command Costs()
    {
        var questions = new Option<int>("--questions") { Description = "Questions of the quiz", DefaultValueFactory = _ => LargeQuiz.MostQuestions };
        var options = new Option<int>("--options") { Description = "Options of each", DefaultValueFactory = _ => LargeQuiz.MostOptions };
        var rounds = new Option<int>("--rounds") { Description = "How often each request is sent", DefaultValueFactory = _ => 5 };
        var costs = new Command("costs", "The dearest requests of an author without an account, one by one: processor time and memory of the server")
        {
            questions, options, rounds, Json,
        };
        costs.SetAction((parsed, _) => RequestCosts.RunAsync(
            parsed.GetValue(questions), parsed.GetValue(options), parsed.GetValue(rounds), parsed.GetValue(Json)));
        return costs;
    }

    private static Command Soak()
    {
        var minutes = new Option<int>("--minutes") { Description = "How long", DefaultValueFactory = _ => 30 };
        var sessions = new Option<int>("--sessions") { Description = "Games at once", DefaultValueFactory = _ => 20 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 20 };
        var soak = new Command("soak", "Games one after the other: do memory, files and threads stay flat?") { minutes, sessions, players, Json, Seed };
        soak.SetAction((parsed, _) => SoakScenario.RunAsync(
            parsed.GetValue(minutes), parsed.GetValue(sessions), parsed.GetValue(players), Run(parsed)));
        return soak;
    }

    private static Command Wire()
    {
        var wire = new Command("wire", "The messages of a question in JSON, in MessagePack and compressed: bytes and time") { Json, Seed, Server };
        wire.SetAction((parsed, _) => WireScenario.RunAsync(Run(parsed)));
        return wire;
    }

    private static Command Floor()
    {
        var address = new Argument<string>("address");
        var floor = new Command("floor", "The bare hub that the others measure, until its standard input ends.") { address };
        floor.Hidden = true;
        floor.SetAction((parsed, _) => FloorServer.RunAsync(parsed.GetValue(address)!));
        return floor;
    }

    private static RunOptions Run(ParseResult parsed) => new(parsed.GetValue(Server), parsed.GetValue(Json), parsed.GetValue(Seed));

    private static Option<Uri?> Server { get; } = new("--server")
    {
        Description = "An Arena that runs already, http://...; without, one is started",
        CustomParser = argument =>
            Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var server) ? server : Refuse(argument),
    };

    private static Option<bool> Json { get; } = new("--json") { Description = "Prints the figures as JSON" };

    private static Uri? Refuse(ArgumentResult argument)
    {
        argument.AddError("--server is the address of an Arena: http://host:port");
        return null;
    }

    private static Option<int> Seed { get; } = new("--seed") { Description = "Seed of the random draws", DefaultValueFactory = _ => 1 };
}
