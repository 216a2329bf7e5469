namespace Arena.Gateway.GameResults.Files;

/// <summary>The language of a file's headings.</summary>
internal enum ReportLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,

    /// <summary>German.</summary>
    De,

    /// <summary>Spanish.</summary>
    Es,
}
