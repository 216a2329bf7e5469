namespace Arena.Load.Media;

/// <summary>When a crowd loads the picture of a question.</summary>
internal enum PictureLoading
{
    /// <summary>Never.</summary>
    Not,

    /// <summary>Before it is asked.</summary>
    Ahead,

    /// <summary>At the moment at which it opens.</summary>
    WithTheQuestion,
}
