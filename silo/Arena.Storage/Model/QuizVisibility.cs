namespace Arena.Storage;

/// <summary>Who may see and host a quiz. Stored by name.</summary>
public enum QuizVisibility
{
    /// <summary>Its owner and co-authors.</summary>
    Private,
    /// <summary>Everybody, and it is listed.</summary>
    Public,
    /// <summary>Everybody who knows its id.</summary>
    Unlisted,
}
