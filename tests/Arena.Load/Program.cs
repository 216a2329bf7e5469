using System.CommandLine;

namespace Arena.Load;

/// <summary>The commands. The gateway's own <c>Program</c> is visible here, so this one has another name.</summary>
internal static class LoadProgram
{
    private static Task<int> Main(string[] args)
    {
        var sessions = new Option<int>("--sessions") { Description = "Sessions at once", DefaultValueFactory = _ => 1_000 };
        var players = new Option<int>("--players") { Description = "Players in each", DefaultValueFactory = _ => 5 };
        var questions = new Option<int>("--questions") { Description = "Questions in each", DefaultValueFactory = _ => 3 };
        var many = new Command("sessions", "Plays many small games at once against an Arena in this process; tells errors, latency, and whether memory comes back")
        {
            sessions, players, questions,
        };
        many.SetAction((parsed, cancel) => SessionsScenario.RunAsync(
            parsed.GetValue(sessions), parsed.GetValue(players), parsed.GetValue(questions), cancel));
        return new RootCommand("Plays games against Arena, as browsers do.") { many }.Parse(args).InvokeAsync();
    }
}
