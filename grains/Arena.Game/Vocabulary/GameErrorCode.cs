namespace Arena.Game.Vocabulary;

/// <summary>
/// Why something was not done: a closed list, so that a client translates codes and never parses text. A refused command has changed nothing.
/// On the wire to a browser a code is its name in camelCase (<c>sessionLocked</c>), between silos and gateways its number: codes are added, never
/// renamed or renumbered. Codes of accounts are the gateway's.
/// </summary>
public enum GameErrorCode
{
    /// <summary>No live session has this code. Says the same for a code that never was and one whose session is long over.</summary>
    UnknownSession,
    /// <summary>The join code is taken by another live session. Draw another.</summary>
    CodeTaken,
    /// <summary>The session has as many players as it may.</summary>
    SessionFull,
    /// <summary>The host locked the session against new players.</summary>
    SessionLocked,
    /// <summary>The game is under way and does not take late joiners.</summary>
    NoLateJoin,
    /// <summary>The game is over.</summary>
    SessionEnded,
    /// <summary>The host removed this player.</summary>
    Kicked,
    /// <summary>No player has this seat.</summary>
    UnknownSeat,
    /// <summary>The nickname is empty once what cannot be seen is removed.</summary>
    NicknameEmpty,
    /// <summary>The nickname has more graphemes than allowed.</summary>
    NicknameTooLong,
    /// <summary>Another player of the session has this nickname, or one that looks the same.</summary>
    NicknameTaken,
    /// <summary>The question has no such option.</summary>
    UnknownOption,
    /// <summary>The answer was given before the question opened.</summary>
    TooEarly,
    /// <summary>The answer was given after the question closed, or for an earlier question.</summary>
    TooLate,
    /// <summary>This player has answered this question already. The first answer stands.</summary>
    AlreadyAnswered,
    /// <summary>The session is paused.</summary>
    Paused,
    /// <summary>The command makes no sense in the present phase, or was meant for an earlier step.</summary>
    NotNow,
    /// <summary>A number, length or list in the command is outside its limits.</summary>
    OutOfRange,
    /// <summary>The caller is not the host of this session.</summary>
    NotHost,
    /// <summary>The caller has no seat in this session on this connection.</summary>
    NotSeated,
    /// <summary>A seat token or host key that was not issued here, or has expired.</summary>
    InvalidToken,
    /// <summary>The message is not of the documented form.</summary>
    InvalidMessage,
    /// <summary>No quiz has this id, or it belongs to someone else.</summary>
    UnknownQuiz,
    /// <summary>The quiz cannot be played or stored as it is; details travel beside the code.</summary>
    InvalidQuiz,
    /// <summary>Many are joining: wait the given time; the reply holds the place in the queue.</summary>
    Queued,
    /// <summary>This connection or address sends more than it may.</summary>
    TooFast,
    /// <summary>The server holds as many live sessions as it may.</summary>
    TooManySessions,
    /// <summary>The server has more work than it can queue. Nothing was done; try again shortly.</summary>
    Overloaded,
    /// <summary>The server cannot reach its storage or is going down. Nothing was done; try again shortly.</summary>
    Unavailable,
    /// <summary>It is not known whether the command took effect: retry with the same operation id.</summary>
    OutcomeUnknown,
    /// <summary>The caller's role may not do this.</summary>
    NotAllowed = 35,
    /// <summary>The nickname holds a word that this session does not show.</summary>
    NicknameUnfit = 37,
    /// <summary>The game cannot start: the session has no players.</summary>
    NoPlayers = 48,
    /// <summary>The command moves the game on, but the phase began less than half a second ago: it is a second press of the same key.</summary>
    TooSoon,
    /// <summary>No seat is handed over with this code: it is wrong, was used, is too old, or too many wrong ones were tried.</summary>
    UnknownHandover,
    /// <summary>A host has handed the seat over to another device.</summary>
    SeatHandedOver,
    /// <summary>An author without an account keeps as many bytes of quizzes as one may.</summary>
    StorageFull,
    /// <summary>The caller's account, or all authors without one in the caller's network, have stored as many bytes of quizzes as they may in a day.</summary>
    DailyStorageSpent,
    /// <summary>As many live sessions as one network may have were launched from the caller's without an account.</summary>
    TooManyGuestSessions,
    /// <summary>As many players as one network may have in a session have joined from the caller's.</summary>
    TooManyFromNetwork,
    /// <summary>The server, or the caller's network, has as many connections as it may.</summary>
    TooManyConnections,
    /// <summary>A game of this quiz is under way: until it is over, its key is for its owner and co-authors alone.</summary>
    QuizInPlay,
    /// <summary>The answer is not of the kind that the question asks for, is empty, or is longer than it may be.</summary>
    InvalidAnswer,
    /// <summary>The answer holds a word that this session does not show.</summary>
    AnswerUnfit,
    /// <summary>The preview of an import is too old to be confirmed, or its quiz was removed: import the file again.</summary>
    ImportExpired,
    /// <summary>The author keeps as many questions, over all quizzes, as one may.</summary>
    TooManyStoredQuestions,
    /// <summary>More questions are to be drawn than there are to draw from.</summary>
    TooFewQuestions,
    /// <summary>The question has no hint.</summary>
    NoHint,
    /// <summary>So many points cannot be bet: they are none of the stakes, or the game or the question takes none.</summary>
    StakeUnfit,
    /// <summary>The player has no such power-up in hand, or the game has none.</summary>
    NoPowerUp,
    /// <summary>The power-up would have no effect on this question, for this player or in this game. It stays in hand.</summary>
    PowerUpUnfit,
    /// <summary>The player has used a power-up on this question already: one a question is the limit.</summary>
    PowerUpInUse,
}
