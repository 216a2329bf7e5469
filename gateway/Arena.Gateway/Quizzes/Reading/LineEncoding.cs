namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What one line of a text file is written in.</summary>
internal enum LineEncoding
{
    /// <summary>ASCII, which every encoding here shares.</summary>
    Ascii,
    /// <summary>UTF-8.</summary>
    Utf8,
    /// <summary>UTF-8 that has lost bytes; decoded with U+FFFD in their place.</summary>
    DamagedUtf8,
    /// <summary>Not UTF-8, and plausible as Windows-1252.</summary>
    Windows1252,
    /// <summary>Not UTF-8, and nonsense as Windows-1252: another code page.</summary>
    Unknown,
}
