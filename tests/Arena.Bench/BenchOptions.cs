using System.CommandLine;

namespace Arena.Bench;

/// <summary>The options of every measurement.</summary>
internal static class BenchOptions
{
    public static Option<int> Grains { get; } = new("--grains") { DefaultValueFactory = _ => 100, Description = "How many grains are called." };

    public static Option<int> Callers { get; } = new("--callers") { DefaultValueFactory = _ => 100, Description = "How many callers call at once." };

    public static Option<int> Calls { get; } = new("--calls") { DefaultValueFactory = _ => 200_000, Description = "How many calls a round has." };

    public static Option<int> Rounds { get; } = new("--rounds") { DefaultValueFactory = _ => 9, Description = "How many rounds are measured, after three that are not." };
}
