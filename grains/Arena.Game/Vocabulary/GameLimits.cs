namespace Arena.Game.Vocabulary;

/// <summary>The bounds of one game. Everything a person or a program can send has one.</summary>
public static class GameLimits
{
    public const int MinOptions = 2;
    public const int MaxOptions = 8;
    /// <summary>Questions one session may ask.</summary>
    public const int MaxQuestions = 200;
    /// <summary>Questions that a self-paced session may ask, those that come again included.</summary>
    public const int MaxQuestionsWithRepeats = 2 * MaxQuestions;
    /// <summary>Questions a stored quiz may hold: a session asks some of them.</summary>
    public const int MaxQuizQuestions = 5_000;
    public const int MaxTitleLength = 120;
    public const int MaxTags = 10;
    public const int MaxTagLength = 30;
    public const int MaxFolderLength = 60;
    public const int MaxDescriptionLength = 1_000;
    public const int MaxPromptLength = 500;
    public const int MaxOptionLength = 150;
    public const int MaxExplanationLength = 500;
    public const int MaxHintLength = 250;
    /// <summary>What a hint costs unless its author says otherwise, in per cent of the points.</summary>
    public const int DefaultHintCostPercent = 25;
    /// <summary>Texts that a typed answer may be.</summary>
    public const int MaxAcceptedTexts = 20;
    public const int MaxTypedLength = 100;
    public const int MaxOpenTextLength = 250;
    /// <summary>Words that one player adds to a cloud.</summary>
    public const int MaxWords = 3;
    public const int MaxWordLength = 25;
    public const int MaxBodyLength = 1_000;
    /// <summary>Items of an order, or pairs.</summary>
    public const int MinItems = 2;
    public const int MaxItems = 8;
    /// <summary>Right areas of a picture.</summary>
    public const int MaxAreas = 10;
    public const int MinCorners = 3;
    public const int MaxCorners = 20;
    /// <summary>The radius of a right area, as a share of the picture's width: a finger has to meet it.</summary>
    public const double MinPinRadius = 0.01;
    /// <summary>Cells of a row or column in the statistics of places.</summary>
    public const int TallyGrid = 20;
    public const int MinSteps = 2;
    public const int MaxSteps = 10;
    /// <summary>The unit of a number, and what stands at the ends of a scale.</summary>
    public const int MaxNoteLength = 30;
    /// <summary>A number and its negative are the bounds of all numbers in questions and answers.</summary>
    public const long MaxNumber = 1_000_000_000_000;
    public const int MaxDecimals = 6;
    /// <summary>Places on a slider.</summary>
    public const int MaxSliderSteps = 10_000;
    /// <summary>Lines of texts in the statistics of a question.</summary>
    public const int MaxTallyLines = 50;
    /// <summary>Ranges of numbers in the statistics of a question.</summary>
    public const int MaxTallyBins = 20;
    /// <summary>What a medium shows, in words.</summary>
    public const int MaxAltLength = 250;
    /// <summary>Author and licence of a medium.</summary>
    public const int MaxCreditLength = 250;
    /// <summary>Pixels of a side of a picture or video.</summary>
    public const int MaxMediumSide = 30_000;
    public const int MaxMediumSeconds = 3_600;
    public const int MinTimeLimitMs = 5_000;
    public const int MaxTimeLimitMs = 300_000;
    public const int DefaultTimeLimitMs = 20_000;
    /// <summary>How long a question without a time limit is open at most: a game that was left alone ends.</summary>
    public const int UntimedMs = 1_800_000;
    /// <summary>How long a question without a time limit is open to a player who plays alone, in milliseconds: longer than any homework.</summary>
    public const long UntimedAloneMs = 2L * 366 * 24 * 3_600_000;
    public const int MaxNicknameGraphemes = 20;
    /// <summary>How many faces there are for everyone. A face is a number; a client draws it.</summary>
    public const int PlainFaces = 512;
    /// <summary>How many faces there are with their frames: each frame adds <see cref="PlainFaces"/> to the number of the face in it.</summary>
    public const int Faces = 8 * PlainFaces;
    public const int MinTeams = 2;
    public const int MaxTeams = 8;
    public const int MaxPlayers = 10_000;
    /// <summary>Questions that a player may miss in a game of survivors.</summary>
    public const int MaxMisses = 10;
    /// <summary>Points that a race is to.</summary>
    public const int MinGoal = 1_000;
    public const int MaxGoal = 100_000;
    /// <summary>How long a team around one device can talk before a question opens.</summary>
    public const int MaxTalkMs = 60_000;
    /// <summary>Points that can be bet on an answer: none, and the multiples of a step.</summary>
    public const int StakeStep = 250;
    public const int MaxStake = 1_000;
    /// <summary>Power-ups that a player has in hand, each of another kind.</summary>
    public const int MaxPowerUps = 3;
    /// <summary>Correct answers in a row that earn a power-up.</summary>
    public const int PowerUpStreak = 3;
    /// <summary>After a power-up, a comeback earns none for so many questions.</summary>
    public const int ComebackPause = 2;
    public const int MaxExtendMs = 60_000;
    /// <summary>A host's advance or skip this soon after a phase began is a second press of the same key.</summary>
    public const int RepeatGuardMs = 500;
    /// <summary>What follows a skipped question is shown for at least this long, and the skip can be undone during that time.</summary>
    public const int UndoMs = 5_000;
    /// <summary>A session without activity ends after this long, unless the server is configured otherwise.</summary>
    public const int DefaultIdleExpiryMs = 7_200_000;
    /// <summary>How long before such an end it is announced; half of the time if that is shorter.</summary>
    public const int IdleWarningMs = 600_000;
    public const int MinInterludeMs = 500;
    public const int MaxInterludeMs = 120_000;
    public const int MaxFinaleMs = 20_000;

    /// <summary>Points a question may be worth: none, normal, double.</summary>
    public static bool IsPoints(int points) => points is 0 or 1000 or 2000;

    /// <summary>Points that can be bet on an answer.</summary>
    public static bool IsStake(int stake) => stake is >= 0 and <= MaxStake && stake % StakeStep == 0;

    /// <summary>Per cent of the points that a hint may cost.</summary>
    public static bool IsHintCost(int percent) => percent is 10 or 25 or 50 or 75 or 100;
}
