using System.Text.Json.Serialization;
using Arena.Game.Results;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>What became of a question that is closed, or that was skipped.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="IsSkipped">Whether the host skipped it: then it did not count, and nothing else is said of it.</param>
/// <param name="IsScored">Whether answers can be right or wrong.</param>
/// <param name="Counts">The answers of the players who could answer it.</param>
/// <param name="Times">How long they took.</param>
/// <param name="Discrimination">Whether those who were good at the other questions got this one.</param>
/// <param name="Task">What players saw; null if it was skipped.</param>
/// <param name="Key">The right answer, which everyone has seen.</param>
/// <param name="Tally">Statistics of the answers, as hosts see them.</param>
internal sealed record QuestionReport(
    int Round,
    QuestionType Type,
    string Prompt,
    int Points,
    bool IsSkipped,
    bool IsScored,
    OutcomeCounts Counts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] AnswerTimes? Times,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Discrimination? Discrimination,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] TaskView? Task,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] KeyView? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Tally? Tally);
