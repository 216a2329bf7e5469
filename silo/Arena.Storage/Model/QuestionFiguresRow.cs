using Arena.Game.Vocabulary;

namespace Arena.Storage.Model;

/// <summary>What became of a question in a game that ended (table <c>question_figures</c>), derived from its events: nothing of a player.</summary>
public sealed class QuestionFiguresRow
{
    public Guid SessionId { get; set; }

    /// <summary>Index of the question in the game, from 0.</summary>
    public int Round { get; set; }

    /// <summary>What the question was: <see cref="Quizzes.QuestionFingerprint"/>.</summary>
    public Guid Fingerprint { get; set; }

    public QuestionType Type { get; set; }
    public required string Prompt { get; set; }

    /// <summary>Whether an answer can be right.</summary>
    public bool IsScored { get; set; }

    /// <summary>How many could answer: the whole of which the others are parts.</summary>
    public int Asked { get; set; }

    public int Right { get; set; }
    public int Partly { get; set; }
    public int Wrong { get; set; }
    public int Unscored { get; set; }
    public int None { get; set; }
}
