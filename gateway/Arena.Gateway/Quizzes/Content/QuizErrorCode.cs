namespace Arena.Gateway.Quizzes.Content;

/// <summary>The error at one place of a quiz. On the wire it is its name in camelCase; codes are added, never renamed.</summary>
public enum QuizErrorCode
{
    /// <summary>The text is in a code page that cannot be recognised: neither UTF-8, UTF-16 with a byte order mark, nor Windows-1252.</summary>
    UnsupportedEncoding,
    /// <summary>Characters of this text were lost before the upload.</summary>
    DamagedText,
    /// <summary>The text holds control characters or invisible marks that change the direction of writing.</summary>
    ControlCharacter,
    /// <summary>There is no text, or none that can be seen.</summary>
    Empty,
    /// <summary>The text has more characters (UTF-16 units, as in JavaScript's <c>length</c>) than allowed.</summary>
    TooLong,
    /// <summary>The number is outside its limits.</summary>
    OutOfRange,
    /// <summary>Not JSON from here on.</summary>
    BrokenJson,
    /// <summary>The format has no such member.</summary>
    UnknownMember,
    /// <summary>The member is there a second time.</summary>
    DuplicateMember,
    /// <summary>A member that must be there is not.</summary>
    MissingMember,
    /// <summary>The value has another JSON type than it should.</summary>
    WrongType,
    /// <summary>The value is none of those that are allowed here.</summary>
    UnknownValue,
    /// <summary>The line belongs to nothing.</summary>
    UnexpectedLine,
    /// <summary>The question has no answer line (<c>^</c>).</summary>
    MissingAnswer,
    /// <summary>The answer line's text is none of the options.</summary>
    AnswerNotAmongOptions,
    /// <summary>The option's letter does not follow the one before.</summary>
    OptionOutOfOrder,
    /// <summary>Fewer options than the question's type needs.</summary>
    TooFewOptions,
    /// <summary>More options than the question's type may have.</summary>
    TooManyOptions,
    /// <summary>Another option of the question has the same text.</summary>
    DuplicateOption,
    /// <summary>No option is correct.</summary>
    NoCorrectOption,
    /// <summary>More than one option is correct.</summary>
    SeveralCorrectOptions,
    /// <summary>The quiz has no question that can be read.</summary>
    NoQuestions,
    /// <summary>The quiz has more questions than a quiz may have.</summary>
    TooManyQuestions,
    /// <summary>The quiz has more questions than one of an author without an account may have.</summary>
    TooManyQuestionsForGuest,
    /// <summary>More combining marks follow each other than any script needs.</summary>
    StackedMarks,
    /// <summary>The file is a spreadsheet of a kind that is not read (.ods, .xlsb).</summary>
    SpreadsheetFile,
    /// <summary>The file is a word processor's document (.docx, .odt, .rtf), not text.</summary>
    DocumentFile,
    /// <summary>The file is a presentation (.pptx, .odp), not text.</summary>
    PresentationFile,
    /// <summary>The file is of Office up to 2003, or protected by a password.</summary>
    OldOfficeFile,
    /// <summary>The file is a PDF, not text.</summary>
    PdfFile,
    /// <summary>The file is a picture.</summary>
    ImageFile,
    /// <summary>The file is sound or video.</summary>
    MediaFile,
    /// <summary>The file is compressed or an archive (.zip, .gz, .7z), not text.</summary>
    ArchiveFile,
    /// <summary>The file is a database (SQLite), not text.</summary>
    DatabaseFile,
    /// <summary>The file is a web page or XML of no format that is known.</summary>
    MarkupFile,
    /// <summary>The file is not text, of a kind that is not known.</summary>
    BinaryFile,
    /// <summary>The question is of a type that Arena does not play; the text names it.</summary>
    UnsupportedQuestionType,
    /// <summary>The table has no row of headers that names questions and options.</summary>
    NoHeaderRow,
    /// <summary>The file holds terms and definitions, which are no questions with options.</summary>
    FlashCards,
    /// <summary>The spreadsheet made a date of the text in the cell.</summary>
    DateCell,
    /// <summary>The cell holds an error of the spreadsheet.</summary>
    ErrorCell,
    /// <summary>A quotation mark opens a cell and nothing closes it.</summary>
    UnclosedQuote,
    /// <summary>The archive or workbook is damaged or encrypted.</summary>
    BrokenArchive,
    /// <summary>The archive holds more than may be unpacked: bytes or files.</summary>
    ArchiveTooLarge,
    /// <summary>A brace opens the answers and nothing closes it.</summary>
    UnclosedBrace,
    /// <summary>Not XML from here on.</summary>
    BrokenXml,
    /// <summary>The XML has a document type, which could make it fetch other files.</summary>
    DocumentTypeFound,
    /// <summary>A name in the archive leads out of it.</summary>
    UnsafePath,
    /// <summary>The archive lacks a file that it names.</summary>
    MissingFile,
    /// <summary>The list has fewer entries than the question's type needs.</summary>
    TooFewEntries,
    /// <summary>The list has more entries than the question's type may have.</summary>
    TooManyEntries,
    /// <summary>Another entry of the list is the same text.</summary>
    DuplicateEntry,
    /// <summary>The number is not between the ends of the scale.</summary>
    OutsideScale,
    /// <summary>In a question of this type no option is correct.</summary>
    UnscoredType,
}
