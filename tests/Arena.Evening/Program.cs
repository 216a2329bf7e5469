using System.CommandLine;

namespace Arena.Evening;

internal static class EveningProgram
{
    private static Task<int> Main(string[] args)
    {
        var lobby = new Option<double>("--lobby") { Description = "Minutes in the lobby", DefaultValueFactory = _ => 20 };
        var pause = new Option<double>("--pause") { Description = "Minutes of pause in the second question", DefaultValueFactory = _ => 10 };
        var away = new Option<double>("--away") { Description = "Minutes without a host, after the third question", DefaultValueFactory = _ => 3 };
        var hiccup = new Option<double>("--hiccup") { Description = "Seconds that one player is without network", DefaultValueFactory = _ => 14 };
        var limit = new Option<int>("--idle-limit") { Description = "Seconds without bytes after which the proxy cuts", DefaultValueFactory = _ => 50 };
        var players = Within(4, 10, new Option<int>("--players") { Description = "Players, ten at most: two sleep, one loses the network", DefaultValueFactory = _ => 6 });
        var questions = Within(4, 50, new Option<int>("--questions") { Description = "Questions", DefaultValueFactory = _ => 6 });
        var root = new RootCommand("Plays an evening in Chromium behind HAProxy with TLS, in real time, and prints cut connections, phases and lost points.")
        {
            lobby, pause, away, hiccup, limit, players, questions,
        };
        root.SetAction(async (parsed, _) => (await Evening.PlayAsync(new(
            TimeSpan.FromMinutes(parsed.GetValue(lobby)), TimeSpan.FromMinutes(parsed.GetValue(pause)), TimeSpan.FromMinutes(parsed.GetValue(away)),
            TimeSpan.FromSeconds(parsed.GetValue(hiccup)), parsed.GetValue(limit), parsed.GetValue(players), parsed.GetValue(questions)))).Print());
        root.Subcommands.Add(TypingCommand.Create());
        root.Subcommands.Add(FramesCommand.Create());
        return root.Parse(args).InvokeAsync();
    }

    private static Option<int> Within(int least, int most, Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
                result.AddError($"{option.Name} must be from {least} to {most}");
        });
        return option;
    }
}
