using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Results;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.GameResults.Reports;

/// <summary>A report without anything of a player: no names, no texts that players wrote. It has no answers either, since the quiz may be played again.</summary>
/// <param name="Totals">The figures of the game.</param>
/// <param name="Hardest">Rounds of the questions that few got right, fewest first.</param>
/// <param name="Questions">Those that were asked and not skipped, in order.</param>
internal sealed record ReportSummary(GameTotals Totals, ImmutableArray<int> Hardest, ImmutableArray<QuestionSummary> Questions)
{
    public static ReportSummary Of(GameReport report) => new(
        report.Totals, report.Hardest,
        [
            .. report.Questions.Where(question => !question.IsSkipped).Select(question =>
                new QuestionSummary(question.Round, question.Type, question.Prompt, question.IsScored, question.Counts, question.Times)),
        ]);
}

/// <summary>A question of a summary.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Type">How it is answered.</param>
/// <param name="Prompt">The question.</param>
/// <param name="IsScored">Whether answers can be right or wrong.</param>
/// <param name="Counts">The answers of the players who could answer it.</param>
/// <param name="Times">How long they took.</param>
internal sealed record QuestionSummary(
    int Round, QuestionType Type, string Prompt, bool IsScored, OutcomeCounts Counts, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] AnswerTimes? Times);
