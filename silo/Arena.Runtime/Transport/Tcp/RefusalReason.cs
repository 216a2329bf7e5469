namespace Arena.Runtime;

/// <summary>Why a connection did not become a link.</summary>
internal enum RefusalReason
{
    /// <summary>It ended, or broke, before it had said who it is.</summary>
    Ended,

    /// <summary>What came is not of this protocol.</summary>
    Malformed,

    /// <summary>It took too long, or stood longest when too many waited.</summary>
    TooSlow,

    /// <summary>It does not know the cluster key.</summary>
    WrongKey,

    /// <summary>It speaks no version in common.</summary>
    NoCommonVersion,

    /// <summary>It means another life of this silo, or another silo.</summary>
    AnotherLife,

    /// <summary>There are as many links as there may be.</summary>
    TooManyLinks,
}
