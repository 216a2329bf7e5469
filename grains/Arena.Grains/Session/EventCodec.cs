using System.Text.Json;
using Arena.Game.Events;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;

namespace Arena.Grains.Session;

/// <summary>
/// Events as the journal keeps them. A name, once written, stays readable: when an event's form changes, a new name is added and the old
/// one is still read. Names end in their version.
/// </summary>
internal static class EventCodec
{
    private static readonly Dictionary<string, Type> TypeOf = new(StringComparer.Ordinal)
    {
        ["sessionLaunched.1"] = typeof(SessionLaunched),
        ["playerJoined.1"] = typeof(PlayerJoined),
        ["playerKicked.1"] = typeof(PlayerKicked),
        ["playerRenamed.1"] = typeof(PlayerRenamed),
        ["faceChanged.1"] = typeof(FaceChanged),
        ["namesApproved.1"] = typeof(NamesApproved),
        ["timeGranted.1"] = typeof(TimeGranted),
        ["playerMoved.1"] = typeof(PlayerMoved),
        ["seatHandedOver.1"] = typeof(SeatHandedOver),
        ["hostCommanded.1"] = typeof(HostCommanded),
        ["lockChanged.1"] = typeof(LockChanged),
        ["paceChanged.1"] = typeof(PaceChanged),
        ["getReadyShown.1"] = typeof(GetReadyShown),
        ["questionAsked.1"] = typeof(QuestionAsked),
        ["answerAccepted.1"] = typeof(AnswerAcceptedForm1),
        ["answerAccepted.2"] = typeof(AnswerAccepted),
        ["hintUsed.1"] = typeof(HintUsed),
        ["secondAnswerAccepted.1"] = typeof(SecondAnswerAccepted),
        ["powerUpUsed.1"] = typeof(PowerUpUsed),
        ["powerUpsEarned.1"] = typeof(PowerUpsEarned),
        ["questionExtended.1"] = typeof(QuestionExtended),
        ["overtimeBegun.1"] = typeof(OvertimeBegun),
        ["gamePaused.1"] = typeof(GamePaused),
        ["gameResumed.1"] = typeof(GameResumed),
        ["questionClosed.1"] = typeof(QuestionClosedForm1),
        ["questionClosed.2"] = typeof(QuestionClosed),
        ["textAccepted.1"] = typeof(TextAccepted),
        ["questionRepeated.1"] = typeof(QuestionRepeated),
        ["questionSkipped.1"] = typeof(QuestionSkipped),
        ["skipUndone.1"] = typeof(SkipUndone),
        ["standingsShown.1"] = typeof(StandingsShown),
        ["expiryAnnounced.1"] = typeof(ExpiryAnnounced),
        ["sessionFinished.1"] = typeof(SessionFinished),
    };

    private static readonly Dictionary<Type, string> NameOf = TypeOf.Where(pair => pair.Value.IsSubclassOf(typeof(GameEvent))).ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All names that are read.</summary>
    public static IEnumerable<string> Names => TypeOf.Keys;

    public static JournalEntry Write(GameEvent happened) =>
        new(NameOf[happened.GetType()], JsonSerializer.Serialize(happened, happened.GetType(), JournalJson.Options), happened.AtMs);

    public static GameEvent Read(JournalEntry entry) =>
        TypeOf.TryGetValue(entry.Type, out var type)
            ? JsonSerializer.Deserialize(entry.PayloadJson, type, JournalJson.Options) switch
            {
                IFormerEvent former => former.ToEvent(),
                var happened => (GameEvent)happened!,
            }
            : throw new InvalidDataException($"The journal holds an event '{entry.Type}' that this release does not know: it was written by a newer one.");

    public static string WriteSettings(SessionSettings settings) => JsonSerializer.Serialize(settings, JournalJson.Options);

    public static SessionSettings ReadSettings(string json) => JsonSerializer.Deserialize<SessionSettings>(json, JournalJson.Options)!;
}
