namespace Arena.Load.Crowds;

/// <summary>A server in a process of its own, with one session that a crowd can join.</summary>
internal interface IFixture : IAsyncDisposable
{
    string Name { get; }

    Uri Address { get; }

    /// <summary>The processor time that it has used.</summary>
    TimeSpan Cpu { get; }

    long ResidentBytes { get; }

    /// <summary>Opens a session of so many questions.</summary>
    Task<IStage> OpenAsync(int questions, int players);
}

/// <summary>One session, from its host's side.</summary>
internal interface IStage : IAsyncDisposable
{
    string Code { get; }

    /// <summary>Unix milliseconds of the server at a timestamp of this process.</summary>
    Func<long, double> Clock { get; }

    /// <summary>Asks the next question; completes when the server has accepted the command.</summary>
    Task AskAsync(Crowd crowd, int round);

    /// <summary>After everyone has answered: completes when all that a question brings has reached everyone.</summary>
    Task FinishAsync(Crowd crowd, int round);
}
