using System.CommandLine;
using Arena.Load.Grains;

namespace Arena.Load;

/// <summary>What can be asked of the built-in engine alone.</summary>
internal static class EngineCommands
{
    public static IReadOnlyList<Command> All => [Grains()];

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
}
