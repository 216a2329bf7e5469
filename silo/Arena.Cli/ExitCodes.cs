namespace Arena.Cli;

/// <summary>What the program's end says to scripts.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Something is not as it must be, or the command line cannot be read.</summary>
    public const int Different = 1;

    /// <summary>The command could not be carried out; the reason is on the error output.</summary>
    public const int Failed = 2;
}
