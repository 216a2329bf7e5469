namespace Arena.Storage;

/// <summary>Who may see and host a quiz. Stored by name.</summary>
public enum QuizVisibility
{
    /// <summary>Its owner.</summary>
    Private,
    /// <summary>Everybody.</summary>
    Public,
}
