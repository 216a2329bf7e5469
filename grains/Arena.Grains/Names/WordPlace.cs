namespace Arena.Grains.Names;

/// <summary>Where a word of a list offends.</summary>
internal enum WordPlace
{
    /// <summary>As a word of its own, or as several that follow one another.</summary>
    Whole,
    /// <summary>At the beginning of a word.</summary>
    Beginning,
    /// <summary>Anywhere in a word.</summary>
    Anywhere,
    /// <summary>Nowhere, nor do words in it.</summary>
    Allowed,
}
