namespace Arena.Storage.Model;

/// <summary>A possible answer (table <c>question_option</c>).</summary>
public sealed class QuestionOptionRow
{
    public Guid Id { get; set; }
    public Guid QuestionId { get; set; }
    public required string Label { get; set; }
    public bool IsCorrect { get; set; }

    /// <summary>Share of the question's points that this option earns when it is correct; 1 is all of them.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Place in the question, from 0.</summary>
    public int Order { get; set; }
}
