namespace Arena.Storage.Model;

/// <summary>Who may see and host a quiz. Stored by name.</summary>
public enum QuizVisibility
{
    /// <summary>Its owner and co-authors.</summary>
    Private,
    /// <summary>Visible to all, and listed.</summary>
    Public,
    /// <summary>Visible to all who know its id.</summary>
    Unlisted,
}
