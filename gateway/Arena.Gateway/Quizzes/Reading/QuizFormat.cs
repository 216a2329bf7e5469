namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What a file of questions may be written in.</summary>
public enum QuizFormat
{
    /// <summary>What its content looks like.</summary>
    Auto,
    /// <summary>The text format of OpenTriviaQA.</summary>
    OpenTriviaQa,
    /// <summary>Arena's own JSON.</summary>
    Arena,
    /// <summary>A table with a header row: separated values, pasted cells, or a workbook.</summary>
    Table,
    /// <summary>The JSON of the Open Trivia Database.</summary>
    OpenTriviaDb,
    /// <summary>ClassQuiz's export.</summary>
    ClassQuiz,
    /// <summary>The JSON of Razzia, formerly Rahoot.</summary>
    Razzia,
    /// <summary>The Aiken text format.</summary>
    Aiken,
    /// <summary>Moodle's GIFT text format.</summary>
    Gift,
    /// <summary>Moodle's XML.</summary>
    MoodleXml,
    /// <summary>IMS QTI, as a package or a single file.</summary>
    Qti,
}
