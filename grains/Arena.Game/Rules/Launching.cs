using Arena.Game.Commands;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules.Modes;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Game.Rules;

/// <summary>Opening a session.</summary>
internal static class Launching
{
    public static Decision Decide(GameState? state, GameCommand.Launch launch, long nowMs)
    {
        if (state is not null)
            return state.SessionId == launch.SessionId ? Decision.Nothing : GameErrorCode.CodeTaken;
        if (launch is not { Code.Length: > 0, Settings.Mode: not null })
            return GameErrorCode.InvalidMessage;
        if (launch.IdleExpiryMs <= 0 || launch.Series is { Number: < 2 or > GameSeries.MaxGames } || !IsWithinLimits(launch.Settings))
            return GameErrorCode.OutOfRange;
        if (launch.Quiz is not { Title: not null, Questions.IsDefaultOrEmpty: false } || !launch.Quiz.Questions.All(question => question?.IsPlayable() == true))
            return GameErrorCode.InvalidQuiz;
        return new SessionLaunched(nowMs, launch.SessionId, launch.Code, Pick(launch), launch.Settings)
        {
            IdleExpiryMs = launch.IdleExpiryMs,
            Series = launch.Series,
            Seed = launch.Settings.PowerUps is null ? null : launch.Seed,
        };
    }

    private static Quiz Pick(GameCommand.Launch launch)
    {
        var questions = launch.Settings.Shuffle ? SeededShuffle.Shuffle(launch.Quiz.Questions, launch.Seed) : launch.Quiz.Questions;
        return launch.Quiz with
        {
            Questions = [.. questions.Take(launch.Settings.QuestionCount).Select((question, round) => question.Prepare(launch.Seed + round + 1))],
        };
    }

    private static bool IsWithinLimits(SessionSettings settings) =>
        settings.QuestionCount is > 0 and <= GameLimits.MaxQuestions
        && settings.MaxPlayers is > 0 and <= GameLimits.MaxPlayers
        && settings.Teams is 0 or (>= GameLimits.MinTeams and <= GameLimits.MaxTeams)
        && settings.GetReadyMs is >= 0 and <= GameLimits.MaxInterludeMs
        && settings.RevealMs is >= GameLimits.MinInterludeMs and <= GameLimits.MaxInterludeMs
        && settings.StandingsMs is >= GameLimits.MinInterludeMs and <= GameLimits.MaxInterludeMs
        && settings.FinaleMs is >= 0 and <= GameLimits.MaxFinaleMs
        && Enum.IsDefined(settings.Formula)
        && SelfPacing.Fits(settings)
        && ModeRules.Of(settings.Mode).Fits(settings)
        && (settings.PowerUps is null || IsWithinLimits(settings.PowerUps));

    private static bool IsWithinLimits(PowerUpSettings settings) =>
        !settings.Kinds.IsDefaultOrEmpty
        && settings.Kinds.All(Enum.IsDefined)
        && settings.Kinds.Distinct().Count() == settings.Kinds.Length
        && Enum.IsDefined(settings.Earning);
}
