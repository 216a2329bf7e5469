namespace Arena.TestKit.Scheduling;

/// <summary>What becomes of one request to a server.</summary>
/// <param name="There">How long the request is under way.</param>
/// <param name="Back">How long the answer is.</param>
/// <param name="Failure">Whether it fails.</param>
public readonly record struct ExchangeFate(TimeSpan There, TimeSpan Back, ExchangeFailure Failure);

/// <summary>How a request to a server fails.</summary>
public enum ExchangeFailure
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The server has done nothing.</summary>
    Before,

    /// <summary>The server has done what it was asked for, and the answer is lost.</summary>
    After,
}
