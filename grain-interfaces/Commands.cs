using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.GrainInterfaces;

/// <summary>Opens a session.</summary>
/// <param name="SessionId">The new session's identity, drawn by the caller: repeating the command with it is harmless.</param>
/// <param name="QuizId">The quiz to copy and play.</param>
/// <param name="SettingsJson">How to play it.</param>
/// <param name="Seed">For everything drawn at random in this game.</param>
/// <param name="HostId">The user who launches it, or null.</param>
/// <param name="Drawn">Questions to play instead of the quiz's own, of any quizzes, in their order; none for the quiz's own.</param>
/// <param name="Series">The series of games that it continues, or null.</param>
/// <param name="HomeworkId">The homework whose quiz is played, as it was when the homework was set, instead of the quiz as it is now; or null.</param>
[GenerateSerializer, Immutable, Alias("arena.LaunchSession")]
public sealed record LaunchSession(
    [property: Id(0)] Guid SessionId, [property: Id(1)] Guid QuizId, [property: Id(2)] JsonBody<SessionSettings> SettingsJson,
    [property: Id(3)] long Seed, [property: Id(4)] Guid? HostId = null, [property: Id(5)] ImmutableArray<Guid> Drawn = default,
    [property: Id(6)] SeriesGame? Series = null, [property: Id(7)] Guid? HomeworkId = null);

/// <summary>A game of a series.</summary>
/// <param name="PreviousId">The session whose players may come along.</param>
/// <param name="Number">Which game of the series it is, from 2 to <see cref="GameSeries.MaxGames"/>.</param>
/// <param name="MixesTeams">Whether players are put into new teams.</param>
[GenerateSerializer, Immutable, Alias("arena.SeriesGame")]
public sealed record SeriesGame([property: Id(0)] Guid PreviousId, [property: Id(1)] int Number, [property: Id(2)] bool MixesTeams);

/// <summary>What a player of a session takes along to the next one.</summary>
/// <param name="SessionId">The session that is over.</param>
/// <param name="Seat">The player's seat there.</param>
/// <param name="Nickname">The player's name.</param>
/// <param name="Face">The face that the player has.</param>
/// <param name="Team">The player's team, or null.</param>
/// <param name="Points">Of that game, and of those before it in the series.</param>
/// <param name="IsApproved">Whether everyone might see the name.</param>
[GenerateSerializer, Immutable, Alias("arena.CarriedSeat")]
public sealed record CarriedSeat(
    [property: Id(0)] Guid SessionId, [property: Id(1)] int Seat, [property: Id(2)] string Nickname, [property: Id(3)] int Face,
    [property: Id(4)] int? Team, [property: Id(5)] int Points, [property: Id(6)] bool IsApproved);

/// <summary>The session is open.</summary>
[GenerateSerializer, Immutable, Alias("arena.Launched")]
public sealed record Launched([property: Id(0)] Guid SessionId, [property: Id(1)] string Code);

/// <summary>What someone with the code may know before joining.</summary>
/// <param name="Code">The join code.</param>
/// <param name="Title">The quiz's title.</param>
/// <param name="PlayerCount">Players with a seat.</param>
/// <param name="Teams">How many teams there are to choose from; 0 for none.</param>
/// <param name="IsForTeams">Whether a seat is for a team around one device.</param>
[GenerateSerializer, Immutable, Alias("arena.SessionSummary")]
public sealed record SessionSummary(
    [property: Id(0)] string Code, [property: Id(1)] string Title, [property: Id(2)] int PlayerCount, [property: Id(3)] int Teams = 0,
    [property: Id(4)] bool IsForTeams = false);

/// <summary>Suggests a nickname.</summary>
[GenerateSerializer, Immutable, Alias("arena.NameSuggestion")]
public sealed record NameSuggestion([property: Id(0)] string Nickname);

/// <summary>Asks for a seat.</summary>
/// <param name="OperationId">Drawn by the player's client from a cryptographic source; the same id always leads to the same seat.</param>
/// <param name="Nickname">As typed.</param>
/// <param name="Face">The face that the player picked, below <see cref="GameLimits.Faces"/>, or null for the one of the seat.</param>
/// <param name="Team">The team that the player chose, from 0, or null for the one with the fewest players.</param>
/// <param name="Gateway">The gateway that the player is connected through, if it is subscribed: the seat counts as connected from then on.</param>
/// <param name="Network">The network that the player is in, or null if that is not to be counted. It is kept in memory only.</param>
/// <param name="Browser">What the player's browser names itself by, or null. It is kept in memory only.</param>
/// <param name="Carried">The seat in the session that this one continues: name, face and team are those. The gateway has checked its token.</param>
[GenerateSerializer, Immutable, Alias("arena.JoinSession")]
public sealed record JoinSession(
    [property: Id(0)] Guid OperationId, [property: Id(1)] string Nickname, [property: Id(2)] int? Face = null, [property: Id(3)] int? Team = null,
    [property: Id(4)] string? Gateway = null, [property: Id(5)] string? Network = null,
    [property: Id(6)] Guid? Browser = null, [property: Id(7)] CarriedSeat? Carried = null);

/// <summary>The seat that was taken.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Nickname">The name, as the session spells it.</param>
/// <param name="Issue">How often the seat was handed over: goes into the seat token.</param>
/// <param name="Snapshot">All that the player may see now.</param>
[GenerateSerializer, Immutable, Alias("arena.Joined")]
public sealed record Joined(
    [property: Id(0)] Guid SessionId, [property: Id(1)] int Seat, [property: Id(2)] string Nickname, [property: Id(3)] int Issue,
    [property: Id(4)] SeatSnapshot Snapshot);

/// <summary>A seat may go to another device.</summary>
/// <param name="Code">Six digits that its player types on the other device. Shown to that player only: any device that sends it takes the seat.</param>
/// <param name="ExpiresAtMs">Until when, on the silo's clock. It is good once.</param>
[GenerateSerializer, Immutable, Alias("arena.SeatHandover")]
public sealed record SeatHandover([property: Id(0)] string Code, [property: Id(1)] long ExpiresAtMs);

/// <summary>Asks for a seat that a host hands over.</summary>
/// <param name="OperationId">As for <see cref="JoinSession"/>.</param>
/// <param name="Code">As typed; only its digits are read.</param>
/// <param name="Gateway">As for <see cref="JoinSession"/>.</param>
[GenerateSerializer, Immutable, Alias("arena.TakeSeat")]
public sealed record TakeSeat([property: Id(0)] Guid OperationId, [property: Id(1)] string Code, [property: Id(2)] string? Gateway = null);

/// <summary>One player's answer to one question.</summary>
/// <param name="OperationId">Drawn by the player's client, kept for retries.</param>
/// <param name="Seat">Who answers; the gateway has checked the seat token.</param>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Choice">Index of the option, or <see cref="AnswerBody.NoChoice"/> if <see cref="Other"/> holds the answer.</param>
/// <param name="StampMs">When the frame reached the gateway, in Unix milliseconds of the silo's clock.</param>
/// <param name="LinkDelayMs">What the player's link is granted, as measured by the server, in milliseconds.</param>
[GenerateSerializer, Immutable, Alias("arena.SubmitAnswer")]
public sealed record SubmitAnswer(
    [property: Id(0)] Guid OperationId, [property: Id(1)] int Seat, [property: Id(2)] int Round, [property: Id(3)] int Choice,
    [property: Id(4)] long StampMs, [property: Id(5)] int LinkDelayMs)
{
    /// <summary>How often the seat had been handed over when the device got it (<see cref="Joined"/>): a later hand-over voids it.</summary>
    [Id(6)]
    public int Issue { get; init; }

    /// <summary>An answer of another kind than a choice.</summary>
    [Id(7)]
    public JsonBody<AnswerValue>? Other { get; init; }

    /// <summary>Points that the player bets on the answer.</summary>
    [Id(8)]
    public int Stake { get; init; }

    /// <summary>The answer, or null if this release knows no such kind.</summary>
    public AnswerValue? ReadAnswer() => AnswerBody.Read(Choice, Other);

    /// <summary>The message for an answer.</summary>
    public static SubmitAnswer For(Guid operationId, int seat, int round, AnswerValue answer, long stampMs, int linkDelayMs, int issue) =>
        new(operationId, seat, round, AnswerBody.ChoiceOf(answer), stampMs, linkDelayMs) { Issue = issue, Other = AnswerBody.OtherOf(answer) };
}

/// <summary>The answer is durable. Says nothing about its being right.</summary>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Choice">Index of the option, or <see cref="AnswerBody.NoChoice"/> if <see cref="Other"/> holds the answer.</param>
[GenerateSerializer, Immutable, Alias("arena.Acknowledged")]
public sealed record Acknowledged([property: Id(0)] int Round, [property: Id(1), JsonIgnore] int Choice)
{
    /// <summary>An answer of another kind than a choice.</summary>
    [Id(2), JsonIgnore]
    public JsonBody<AnswerValue>? Other { get; init; }

    /// <summary>The answer that stands: for a repeated one the first.</summary>
    public JsonBody<AnswerValue> Answer => Other ?? AnswerBody.Of(Choice);

    /// <summary>The acknowledgement of an answer.</summary>
    public static Acknowledged For(int round, AnswerValue answer) => new(round, AnswerBody.ChoiceOf(answer)) { Other = AnswerBody.OtherOf(answer) };
}

/// <summary>A player picks another face in the lobby.</summary>
/// <param name="Seat">Whose.</param>
/// <param name="From">The face that it replaces, as everyone sees it.</param>
/// <param name="To">The face.</param>
/// <param name="Issue">Of the token that the caller proved.</param>
[GenerateSerializer, Immutable, Alias("arena.ChangeFace")]
public sealed record ChangeFace([property: Id(0)] int Seat, [property: Id(1)] int From, [property: Id(2)] int To, [property: Id(3)] int Issue);

/// <summary>A player's request for the hint of the open question.</summary>
/// <param name="OperationId">Drawn by the player's client, kept for retries.</param>
/// <param name="Seat">Who asks; the gateway has checked the seat token.</param>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Issue">As for <see cref="SubmitAnswer"/>.</param>
[GenerateSerializer, Immutable, Alias("arena.UseHint")]
public sealed record UseHint(
    [property: Id(0)] Guid OperationId, [property: Id(1)] int Seat, [property: Id(2)] int Round, [property: Id(3)] int Issue);

/// <summary>The player of a self-paced session asks for the next question, or begins.</summary>
/// <param name="Seat">Who asks; the gateway has checked the seat token.</param>
/// <param name="Step">The <see cref="SessionView.Step"/> it was asked in: repeated in a later one, it changes nothing.</param>
/// <param name="Issue">As for <see cref="SubmitAnswer"/>.</param>
[GenerateSerializer, Immutable, Alias("arena.NextQuestion")]
public sealed record NextQuestion([property: Id(0)] int Seat, [property: Id(1)] int Step, [property: Id(2)] int Issue);
/// <summary>A player uses a power-up on the open question.</summary>
/// <param name="OperationId">Drawn by the player's client, kept for retries.</param>
/// <param name="Seat">Who uses it; the gateway has checked the seat token.</param>
/// <param name="Round">Index of the question, from 0.</param>
/// <param name="Kind">Which one.</param>
/// <param name="Issue">As for <see cref="SubmitAnswer"/>.</param>
[GenerateSerializer, Immutable, Alias("arena.UsePowerUp")]
public sealed record UsePowerUp(
    [property: Id(0)] Guid OperationId, [property: Id(1)] int Seat, [property: Id(2)] int Round, [property: Id(3)] PowerUpKind Kind,
    [property: Id(4)] int Issue);

/// <summary>A host's command.</summary>
/// <param name="OperationId">Drawn by the host's client, kept for retries.</param>
/// <param name="Step">The <see cref="SessionView.Step"/> it was given in: needed by the actions that advance the game, so that two clicks, or two hosts, are one.</param>
/// <param name="ActionJson">What to do. <see cref="GameErrorCode.InvalidMessage"/> if this release knows no such action.</param>
[GenerateSerializer, Immutable, Alias("arena.HostCommand")]
public sealed record HostCommand(
    [property: Id(0)] Guid OperationId, [property: Id(1)] int Step, [property: Id(2)] JsonBody<HostAction> ActionJson)
{
    /// <summary>The command for an action.</summary>
    public static HostCommand For(Guid operationId, int step, HostAction action) => new(operationId, step, WireJson.Body(action));
}

/// <summary>The command took effect.</summary>
/// <param name="Step">The step the game is in now.</param>
[GenerateSerializer, Immutable, Alias("arena.Done")]
public sealed record Done([property: Id(0)] int Step);
