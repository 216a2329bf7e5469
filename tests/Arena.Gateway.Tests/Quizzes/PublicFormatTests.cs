using System.Text;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Small files written after the public descriptions of their formats.</summary>
public sealed class PublicFormatTests
{
    [Theory]
    [InlineData("tables: semicolons", "Frage;Antwort A;Antwort B;Richtig\nHauptstadt?;Bern;Basel;A\n", "Hauptstadt? -> *Bern / Basel")]
    [InlineData("tables: tabs as pasted", "Pregunta\tRespuesta 1\tRespuesta 2\tRespuesta correcta\tTiempo\n¿Sí?\tsí\tno\t1\t30\n", "¿Sí? -> *sí / no [30 s]")]
    [InlineData("tables: bars", "question|option a|option b|option c|answer\nOne?|x|y|z|c\n", "One? -> x / y / *z")]
    [InlineData("tables: the separator is named", "sep=;\nQuestion;Option 1;Option 2;Correct\nA, b?;1,5;2,5;2\n", "A, b? -> 1,5 / *2,5")]
    [InlineData("tables: key as text", "Question,A,B,C,Correct Answer\nWhich?,red,green,blue,Green\n", "Which? -> red / *green / blue")]
    [InlineData("tables: key as the name of the column", "Question,Option A,Option B,Key\nWhich?,red,green,Option B\n", "Which? -> red / *green")]
    [InlineData("tables: numbers as options, key as their text", "Question,Answer 1,Answer 2,Correct\n3 x 4?,12,7,12\n", "3 x 4? -> *12 / 7")]
    [InlineData("tables: Quizalize", "QUESTION,ANSWER,INCORRECT_ANSWER1,INCORRECT_ANSWER2,TIME_LIMIT,ID\nCapital?,Rome,Milan,Turin,30,7\n", "Capital? -> Milan / *Rome / Turin [30 s]")]
    [InlineData("tables: truth without options", "Question,True,Answer 1,Answer 2,Correct answer\nIce floats.,,,,TRUE\n", "Ice floats. -> *True / False")]
    [InlineData("tables: a row that fails", "Question,Answer 1,Answer 2,Correct\n\"open,1,2,1\n", "UnclosedQuote 2")]
    [InlineData("tables: no header", "One?,a,b,1\nTwo?,a,b,2\n", "NoHeaderRow 1")]
    [InlineData("tables: byte order mark amid", "Question,Answer 1,Answer 2,Correct\n\uFEFFOne?,a,b,1\n", "One? -> *a / b")]
    [InlineData("tables: poll", "Question,Question type,Option 1,Option 2,Correct\nBest?,Poll,a,b,\n", "Best? -> Poll a / b")]
    [InlineData("tables: key of several", "Question,Option 1,Option 2,Correct\nBoth?,a,b,\"1,2\"\n", "Both? -> MultipleChoice *a / *b")]
    [InlineData("aiken: two letters", "Both?\nA) a\nB) b\nANSWER: A, B\n", "Both? -> MultipleChoice *a / *b")]
    [InlineData("aiken: a letter that is none", "Which?\nA) a\nB) b\nANSWER: C\n", "AnswerNotAmongOptions 4")]
    [InlineData("aiken: a question of two lines", "Read.\nWhich?\nA. a\nB. b\nANSWER: B\n", "Read.\nWhich? -> a / *b")]
    [InlineData("aiken: an answer is missing", "Which?\nA. a\nB. b\n\nThis?\nA. a\nB. b\nANSWER: A\n", "This? -> *a / b", "MissingAnswer 1")]
    [InlineData("gift: weights", "Two?{~%50%a ~%50%b ~c}\n", "Two? -> MultipleChoice per option *a (0.5) / *b (0.5) / c (0)")]
    [InlineData("gift: whole weight", "One?{~%100%a#good ~%-50%b}\n", "One? -> *a / b (-0.5)")]
    [InlineData("gift: feedback of truth", "::T:: Sure?{FALSE#no#yes}\n", "Sure? -> True / *False")]
    [InlineData("gift: a brace without end", "::T:: Sure?{=a ~b\n", "UnclosedBrace 1")]
    [InlineData("gift: options on lines, comments between", "What?{\n// no\n=right\n~wrong\n}\n", "What? -> *right / wrong")]
    [InlineData("opentdb: base64",
        """{"response_code":0,"results":[{"type":"Ym9vbGVhbg==","question":"SXMgaXQ/","correct_answer":"RmFsc2U=","incorrect_answers":["VHJ1ZQ=="]}]}""",
        "Is it? -> True / *False")]
    [InlineData("opentdb: urlLegacy",
        """{"results":[{"type":"multiple","question":"Is+it+%22a%22%3F","correct_answer":"no+way","incorrect_answers":["yes"]}]}""",
        "Is it \"a\"? -> *no way / yes")]
    [InlineData("opentdb: a type of its own",
        """{"results":[{"type":"open","question":"Why not?","correct_answer":"a","incorrect_answers":["b"]}]}""", "UnsupportedQuestionType 1 $.results[0].type type")]
    [InlineData("razzia: one solution as a number",
        """{"subject":"S","questions":[{"question":"Which?","answers":["a","b"],"solution":1,"time":"20"}]}""", "Which? -> a / *b")]
    [InlineData("razzia: a solution beyond the answers",
        """{"subject":"S","questions":[{"question":"Which?","answers":["a","b"],"solutions":[2],"time":20}]}""",
        "AnswerNotAmongOptions 1 $.questions[0].solutions[0] solutions")]
    [InlineData("classquiz: JSON alone",
        """{"title":"T","questions":[{"question":"<b>Which?</b>","time":"45","type":"ABCD","answers":[{"answer":"a","right":false},{"answer":"b &amp; c","right":true}]}]}""",
        "Which? -> a / *b & c [45 s]")]
    [InlineData("moodle: several right", "<quiz><question type=\"multichoice\"><questiontext><text>Both?</text></questiontext><single>false</single><answer fraction=\"50\"><text>a</text></answer><answer fraction=\"50\"><text>b</text></answer></question></quiz>",
        "Both? -> MultipleChoice per option *a (0.5) / *b (0.5)")]
    [InlineData("moodle: a type that is not played", "<?xml version=\"1.0\"?>\n<quiz>\n<question type=\"cloze\"><questiontext><text>Why?</text></questiontext></question>\n</quiz>",
        "UnsupportedQuestionType 3 type")]
    [InlineData("moodle: broken", "<?xml version=\"1.0\"?>\n<quiz>\n<question type=\"essay\"></quiz>", "BrokenXml 3")]
    [InlineData("qti 3", "<qti-assessment-item identifier=\"i\"><qti-response-declaration identifier=\"R\" cardinality=\"single\"><qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>Before.</p><qti-choice-interaction response-identifier=\"R\" max-choices=\"1\"><qti-prompt>Which?</qti-prompt><qti-simple-choice identifier=\"A\">a</qti-simple-choice><qti-simple-choice identifier=\"B\"><p>b</p></qti-simple-choice></qti-choice-interaction></qti-item-body></qti-assessment-item>",
        "Before.\nWhich? -> a / *b")]
    [InlineData("qti 2: text entry", "<assessmentItem identifier=\"i\"><itemBody><p>Name it: <textEntryInteraction responseIdentifier=\"R\"/></p></itemBody></assessmentItem>",
        "UnsupportedQuestionType 1 type")]
    public void A_file_is_read_as_its_format_says(string what, string content, params string[] expected)
    {
        QuizReading reading = QuizFiles.Read(Encoding.UTF8.GetBytes(content), QuizFormat.Auto, "T", skipInvalid: true);
        Assert.True(expected.SequenceEqual(QuizOutcome.Of(reading).Where(line => !line.StartsWith("warning", StringComparison.Ordinal))),
            $"{what}: {string.Join(" | ", QuizOutcome.Of(reading))}");
    }

    [Fact]
    public void A_second_import_of_a_file_gives_the_same_order_of_options()
    {
        byte[] file = Encoding.UTF8.GetBytes("Question,Correct answer,Wrong 1,Wrong 2\nWhere?,a,b,c\nWhen?,a,b,c\nWhy?,a,b,c\nWho is it?,a,b,c\n");
        string[] first = [.. QuizOutcome.Of(QuizFiles.Read(file, QuizFormat.Auto, "T"))];
        Assert.Equal(first, QuizOutcome.Of(QuizFiles.Read(file, QuizFormat.Auto, "T")));
        Assert.Contains(first, line => !line.Contains("-> *a", StringComparison.Ordinal));
    }
}
