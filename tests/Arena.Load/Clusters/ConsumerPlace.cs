namespace Arena.Load.Clusters;

/// <summary>Where the consumers of events run.</summary>
internal enum ConsumerPlace
{
    /// <summary>Nowhere: events wait in the log.</summary>
    Off,

    /// <summary>On every silo, beside the games.</summary>
    Together,

    /// <summary>On a silo of their own.</summary>
    Apart,
}
