using System.Globalization;
using Arena.Game.Results;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.Gateway.GameResults.Reports;
using Arena.Gateway.Quizzes.Writing.Tables;
using Arena.Storage.Model;

namespace Arena.Gateway.GameResults.Files;

/// <summary>A report as tables: rows of cells, the headings first.</summary>
internal sealed class ReportTables
{
    private const decimal MillisecondsASecond = 1_000;

    private readonly GameSessionRow _game;
    private readonly GameState _state;
    private readonly GameReport _report;
    private readonly ReportWords _words;
    private readonly AnswerGrid _grid;
    private readonly bool _hasTeams;
    private readonly bool _hasStakes;

    public ReportTables(GameSessionRow game, GameState state, ReportWords words)
    {
        (_game, _state, _words, _report, _grid) = (game, state, words, GameReport.Of(state), new(state));
        _hasStakes = _report.Rules.Mode is ConfidenceMode;
        _hasTeams = _report.Players.Any(player => player.Team is not null);
    }

    /// <summary>The figures of the game, and how it is played.</summary>
    public IEnumerable<SheetCell[]> Game()
    {
        var totals = _report.Totals;
        yield return [_words.Title, _state.Quiz.Title];
        yield return [_words.Code, _game.Code];
        yield return [_words.Launched, Instant(_game.CreatedAt)];
        yield return [_words.Ended, _game.EndedAt is { } ended ? Instant(ended) : ""];
        foreach (var rule in Rules())
            yield return rule;
        yield return [_words.Players, SheetCell.Number(totals.Players)];
        yield return [_words.TookPart, SheetCell.Number(totals.TookPart), _words.Of, SheetCell.Number(totals.Players)];
        yield return [_words.Finished, SheetCell.Number(totals.Finished), _words.Of, SheetCell.Number(totals.TookPart)];
        yield return [_words.Answers, SheetCell.Number(totals.Answers), _words.Of, SheetCell.Number(totals.PossibleAnswers)];
        yield return [_words.Right, SheetCell.Number(totals.Right), _words.Of, SheetCell.Number(totals.PossibleRight)];
    }

    /// <summary>A row for each question.</summary>
    public IEnumerable<SheetCell[]> Questions()
    {
        yield return
        [
            _words.Number, _words.Question, _words.Asked, _words.Right, _words.Partly, _words.Wrong, _words.Unscored, _words.None, _words.LowerQuartile,
            _words.Median, _words.UpperQuartile, _words.Discrimination, _words.Of,
        ];
        foreach (var question in _report.Questions)
        {
            yield return question.IsSkipped
                ? [SheetCell.Number(question.Round + 1), question.Prompt, _words.Skipped]
                :
                [
                    SheetCell.Number(question.Round + 1), question.Prompt, .. Counts(question.Counts), Seconds(question.Times?.LowerQuartileMs),
                    Seconds(question.Times?.MedianMs), Seconds(question.Times?.UpperQuartileMs),
                    question.Discrimination is { } found ? SheetCell.Number((decimal)found.Coefficient) : "",
                    question.Discrimination is { } among ? SheetCell.Number(among.Count) : "",
                ];
        }
    }

    /// <summary>A row for each player, with two columns for each question.</summary>
    public IEnumerable<SheetCell[]> Players()
    {
        yield return
        [
            _words.Rank, _words.Name, .. _hasTeams ? (SheetCell[])[_words.Team] : [], _words.Points, _words.Questions, _words.Right, _words.Partly, _words.Wrong,
            _words.Unscored, _words.None, _words.Median, _words.LastQuestion, _words.LastAnswer, _words.Left, .. ModeHeadings(),
            .. _report.Questions.SelectMany(question => (SheetCell[])
            [
                $"{question.Round + 1}", $"{question.Round + 1} ({_words.Seconds})", .. _hasStakes ? (SheetCell[])[$"{question.Round + 1} ({_words.Stake})"] : [],
            ]),
        ];
        foreach (var (at, player) in _report.Players.Index())
        {
            yield return
            [
                Number(player.Rank), player.Nickname, .. _hasTeams ? (SheetCell[])[Number(player.Team + 1)] : [], SheetCell.Number(player.Score),
                .. Counts(player.Counts), Seconds(player.MedianMs), Number(player.LastRound + 1),
                player.LastAnswerAtMs is { } last ? Instant(DateTimeOffset.FromUnixTimeMilliseconds(last)) : "", player.HasLeft ? _words.Yes : "",
                .. ModeCells(player),
                .. _report.Questions.SelectMany((_, question) => (SheetCell[])
                [
                    _words.NameOf(_grid.OutcomeOf(question, at)), Seconds(player.TimesMs[question]),
                    .. _hasStakes ? (SheetCell[])[Number(player.Stakes[question])] : [],
                ]),
            ];
        }
    }

    /// <summary>How many rows <see cref="Answers"/> has.</summary>
    public int AnswerCount => _report.Totals.Answers;

    public SheetCell[] AnswerHeadings() =>
    [
        _words.Number, _words.Question, _words.Name, _words.Answer, _words.Result, _words.Seconds, _words.Points,
        .. _hasStakes ? (SheetCell[])[_words.Stake] : [], .. PowerUp(_words.PowerUp),
    ];

    /// <summary>A row for each answer, without the headings.</summary>
    public IEnumerable<SheetCell[]> Answers()
    {
        foreach (var (at, question) in _grid.Questions.Index())
        {
            TaskView task = question.Show();
            for (var player = 0; player < _grid.Players.Length; player++)
            {
                if (_grid.OutcomeOf(at, player) is var outcome and > Outcome.None && _grid.AnswerTo(at, player) is { } answer)
                {
                    yield return
                    [
                        SheetCell.Number(_grid.Rounds[at].Round + 1), question.Prompt, _grid.Players[player].Nickname, AnswerText.Of(task, answer.Value),
                        _words.NameOf(outcome), Seconds(answer.ElapsedMs), SheetCell.Number(answer.Points + answer.StreakBonus),
                        .. _hasStakes ? (SheetCell[])[SheetCell.Number(answer.Stake)] : [],
                        .. PowerUp(_grid.Players[player].PowerUpOn(answer.Round) is { } use ? _words.NameOf(use.Kind) : ""),
                    ];
                }
            }
        }
    }

    private IEnumerable<SheetCell[]> Rules()
    {
        var rules = _report.Rules;
        yield return [_words.Mode, _words.NameOf(rules.Mode)];
        switch (rules.Mode)
        {
            case SurvivorMode survivor:
                yield return [_words.Misses, SheetCell.Number(survivor.Misses)];
                break;
            case RaceMode race:
                yield return [_words.Goal, SheetCell.Number(race.Points)];
                break;
            case SharedDeviceMode shared:
                yield return [_words.Talk, Seconds(shared.TalkMs)];
                break;
        }
        yield return [_words.PointsBySpeed, YesNo(rules.PointsBySpeed)];
        yield return [_words.StreakBonus, YesNo(rules.StreakBonus)];
        yield return [_words.Untimed, YesNo(rules.Untimed)];
        yield return [_words.Drawn, YesNo(rules.Drawn)];
        yield return [_words.Teams, SheetCell.Number(rules.Teams)];
    }

    private SheetCell[] ModeHeadings() => _report.Rules.Mode switch
    {
        SurvivorMode => [_words.Lives, _words.OutAfter],
        RaceMode => [_words.GoalReached],
        _ => [],
    };

    private SheetCell[] ModeCells(PlayerReport player) => _report.Rules.Mode switch
    {
        SurvivorMode => [Number(player.Lives), Number(player.OutRound + 1)],
        RaceMode race => [player.Score >= race.Points ? _words.Yes : ""],
        _ => [],
    };

    private SheetCell YesNo(bool holds) => holds ? _words.Yes : _words.No;

    /// <summary>A column of games with power-ups.</summary>
    private SheetCell[] PowerUp(string text) => _state.Settings.PowerUps is null ? [] : [text];

    public static SheetCell[] Counts(OutcomeCounts counts) =>
    [
        SheetCell.Number(counts.Asked), SheetCell.Number(counts.Right), SheetCell.Number(counts.Partly), SheetCell.Number(counts.Wrong),
        SheetCell.Number(counts.Unscored), SheetCell.Number(counts.None),
    ];

    private static SheetCell Number(int? number) => number is { } known ? SheetCell.Number(known) : "";

    private static SheetCell Seconds(int? milliseconds) => milliseconds is { } known ? SheetCell.Number(known / MillisecondsASecond) : "";

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
