using System.CommandLine;

namespace Arena.Load;

/// <summary>What can be asked of Orleans alone: nothing.</summary>
internal static class EngineCommands
{
    public static IReadOnlyList<Command> All => [];
}
