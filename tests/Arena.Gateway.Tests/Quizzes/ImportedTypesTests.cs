using System.Text;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>Types of questions that other programs have under other names, each in each format that has it.</summary>
public sealed class ImportedTypesTests
{
    private const string Header = "Question,Type,Option 1,Option 2,Option 3,Correct,Time\n";

    [Theory]
    [InlineData("{=yes =Yes ~}", "Q? -> *yes / *Yes")]
    [InlineData("{=red =%50%pink}", "Q? -> TypedAnswer red")]
    [InlineData("{=red#good =rouge}", "Q? -> TypedAnswer red / rouge")]
    [InlineData("{#42}", "Q? -> Number 42 ±0 Exact 0")]
    [InlineData("{#1822:5#well}", "Q? -> Number 1822 ±5 Range 0")]
    [InlineData("{#1..2}", "Q? -> Number 1.5 ±0.5 Range 1")]
    [InlineData("{#=%50%10:5 =12:1}", "Q? -> Number 12 ±1 Range 0")]
    [InlineData("{#many}", "UnsupportedQuestionType 1 type")]
    [InlineData("{=France -> Paris =Italy -> Rome = -> Bern}", "Q? -> Match France = Paris / Italy = Rome")]
    [InlineData("{~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}",
        "Q? -> MultipleChoice per option *a (0.3333333) / *b (0.3333333) / *c (0.3333333) / d (-1)")]
    [InlineData("{=all ~%50%half ~none}", "Q? -> *all / half (0.5) / none")]
    [InlineData("{#### Because.}", "Q? -> OpenText (Because.)")]
    public void Gift(string answers, string expected) => AssertRead($"Q?{answers}\n", expected.Replace("*yes / *Yes", "MultipleChoice *yes / *Yes", StringComparison.Ordinal));

    [Theory]
    [InlineData("::Rules::Read this.\\nThen go.", "Rules -> Slide Read this.\nThen go.")]
    [InlineData("[html]<p>One</p><p>Two</p>", "One -> Slide One\nTwo")]
    public void A_text_of_GIFT_without_answers_is_a_slide(string question, string expected) => AssertRead($"{question}\n\nX?{{T}}\n", expected, "X? -> *True / False");

    [Theory]
    [InlineData("shortanswer", "<usecase>1</usecase><answer fraction=\"100\"><text>Oslo</text></answer><answer fraction=\"40\"><text>Bergen</text></answer>", "Q? -> TypedAnswer Oslo (case)")]
    [InlineData("shortanswer", "<usecase>0</usecase><answer fraction=\"100\"><text>Oslo</text></answer><answer fraction=\"100\"><text>OSLO</text></answer>", "Q? -> TypedAnswer Oslo")]
    [InlineData("numerical", "<answer fraction=\"100\"><text>3.14</text><tolerance>0.005</tolerance></answer>", "Q? -> Number 3.14 ±0.005 Range 3")]
    [InlineData("numerical", "<answer fraction=\"100\"><text>*</text></answer>", "UnsupportedQuestionType 1 type")]
    [InlineData("matching", "<subquestion><text>Cat</text><answer><text>meows</text></answer></subquestion><subquestion><text>Dog</text><answer><text>barks</text></answer></subquestion><subquestion><text></text><answer><text>sings</text></answer></subquestion>", "Q? -> Match Cat = meows / Dog = barks")]
    [InlineData("ordering", "<answer fraction=\"1.0\"><text>first</text></answer><answer fraction=\"2.0\"><text>second</text></answer>", "Q? -> Order first / second")]
    [InlineData("essay", "<answer fraction=\"0\"><text></text></answer>", "Q? -> OpenText")]
    [InlineData("description", "<name><text>Rules</text></name>", "Rules -> Slide Q?")]
    [InlineData("multichoice", "<single>false</single><answer fraction=\"100\"><text>a</text></answer><answer fraction=\"0\"><text>b</text></answer>", "Q? -> MultipleChoice per option *a / b (0)")]
    [InlineData("multichoice", "<single>true</single><answer fraction=\"100\"><text>a</text></answer><answer fraction=\"50\"><text>b</text></answer>", "Q? -> *a / b (0.5)")]
    [InlineData("ddwtos", "", "UnsupportedQuestionType 1 type")]
    public void Moodle(string type, string inner, string expected) => AssertRead(
        $"<quiz><question type=\"{type}\"><questiontext format=\"html\"><text>&lt;p&gt;Q?&lt;/p&gt;</text></questiontext>{inner}</question></quiz>", expected);

    [Theory]
    [InlineData("Q?,Checkbox,a,b,c,2,", "Q? -> MultipleChoice a / *b / c")]
    [InlineData("Q?,Fill-in-the-Blank,Bern,Berne,,,", "Q? -> TypedAnswer Bern / Berne")]
    [InlineData("Q?,Type answer,,,,Bern,60", "Q? -> TypedAnswer Bern [60 s]")]
    [InlineData("Q?,Open-Ended,,,,,", "Q? -> OpenText")]
    [InlineData("Q?,Survey,a,b,,,", "Q? -> Poll a / b")]
    [InlineData("Q?,Reorder,one,two,three,,", "Q? -> Order one / two / three")]
    [InlineData("Q?,Match,France -> Paris,Italy -> Rome,,,", "Q? -> Match France = Paris / Italy = Rome")]
    [InlineData("Q?,Match,France,Paris,,,", "UnsupportedQuestionType 2 type")]
    [InlineData("Q?,Numeric,,,,7.5:0.5,", "Q? -> Number 7.5 ±0.5 Range 1")]
    [InlineData("Q?,Number,12,,,,", "Q? -> Number 12 ±0 Exact 0")]
    [InlineData("Q?,Number,,,,dozen,", "UnknownValue 2 value")]
    [InlineData("Q?,Slider,0,100,5,50:10,", "Q? -> Slider 0..100 by 5: 50 ±10")]
    [InlineData("Q?,Slider,0,100,,150,", "OutsideScale 2 value")]
    [InlineData("Q?,Word Cloud,,,,,", "Q? -> WordCloud")]
    [InlineData("Q?,Rating,,,,,", "Q? -> Rating")]
    [InlineData("Rules,Slide,Read this.,,,,", "Rules -> Slide Read this.")]
    [InlineData("Q?,Draw,,,,,", "UnsupportedQuestionType 2 type")]
    [InlineData("Q?,Fill-in-the-Blank,,,,,", "TooFewEntries 2 accepted 1")]
    public void Tables(string row, string expected) => AssertRead($"{Header}{row}\n", expected);

    [Theory]
    [InlineData("VOTING", """[{"answer":"a","image":null},{"answer":"b"}]""", "Q? -> Poll a / b")]
    [InlineData("CHECK", """[{"answer":"a","right":true},{"answer":"b","right":true},{"answer":"c","right":false}]""", "Q? -> MultipleChoice *a / *b / c")]
    [InlineData("TEXT", """[{"answer":"Nile","case_sensitive":false}]""", "Q? -> TypedAnswer Nile")]
    [InlineData("TEXT", """[{"answer":"Nile","case_sensitive":true}]""", "Q? -> TypedAnswer Nile (case)")]
    [InlineData("ORDER", """[{"answer":"a"},{"answer":"b"}]""", "Q? -> Order a / b")]
    [InlineData("RANGE", """{"min":0,"max":10,"min_correct":4,"max_correct":6}""", "Q? -> Slider 0..10 by 1: 5 ±2")]
    [InlineData("RANGE", """{"min":0,"max":10}""", "UnsupportedQuestionType 1 $.questions[0].type type")]
    [InlineData("SLIDE", "\"{}\"", "Q? -> Slide Q?")]
    [InlineData("PUZZLE", "[]", "UnsupportedQuestionType 1 $.questions[0].type type")]
    public void ClassQuiz(string type, string answers, string expected) =>
        AssertRead($$"""{"title":"T","cover_image":null,"questions":[{"question":"Q?","time":"20","type":"{{type}}","answers":{{answers}}}]}""", expected);

    [Theory]
    [InlineData("<responseDeclaration identifier=\"R\" cardinality=\"multiple\"><correctResponse><value>A</value><value>B</value></correctResponse></responseDeclaration>", "<choiceInteraction responseIdentifier=\"R\" maxChoices=\"0\"><simpleChoice identifier=\"A\">a</simpleChoice><simpleChoice identifier=\"B\">b</simpleChoice><simpleChoice identifier=\"C\">c</simpleChoice></choiceInteraction>", "Q? -> MultipleChoice *a / *b / c")]
    [InlineData("<responseDeclaration identifier=\"R\" cardinality=\"multiple\"><correctResponse><value>A</value></correctResponse><mapping><mapEntry mapKey=\"A\" mappedValue=\"1\"/><mapEntry mapKey=\"B\" mappedValue=\"-0.5\"/></mapping></responseDeclaration>", "<choiceInteraction responseIdentifier=\"R\" maxChoices=\"0\"><simpleChoice identifier=\"A\">a</simpleChoice><simpleChoice identifier=\"B\">b</simpleChoice></choiceInteraction>", "Q? -> MultipleChoice per option *a / b (-0.5)")]
    [InlineData("<responseDeclaration identifier=\"R\" cardinality=\"single\" baseType=\"identifier\"/>", "<choiceInteraction responseIdentifier=\"R\" maxChoices=\"1\"><simpleChoice identifier=\"A\">a</simpleChoice><simpleChoice identifier=\"B\">b</simpleChoice></choiceInteraction>", "Q? -> Poll a / b")]
    [InlineData("<responseDeclaration identifier=\"R\" baseType=\"string\"><correctResponse><value>York</value></correctResponse><mapping><mapEntry mapKey=\"York\" mappedValue=\"1\"/><mapEntry mapKey=\"New York\" mappedValue=\"1\"/><mapEntry mapKey=\"Leeds\" mappedValue=\"0.5\"/></mapping></responseDeclaration>", "<textEntryInteraction responseIdentifier=\"R\"/>", "Q? -> TypedAnswer York / New York")]
    [InlineData("<responseDeclaration identifier=\"R\" baseType=\"integer\"><correctResponse><value>7</value></correctResponse></responseDeclaration>", "<textEntryInteraction responseIdentifier=\"R\"/>", "Q? -> Number 7 ±0 Exact 0")]
    [InlineData("<responseDeclaration identifier=\"R\" baseType=\"string\"/>", "<extendedTextInteraction responseIdentifier=\"R\"/>", "Q? -> OpenText")]
    [InlineData("<responseDeclaration identifier=\"R\" cardinality=\"ordered\"><correctResponse><value>B</value><value>A</value></correctResponse></responseDeclaration>", "<orderInteraction responseIdentifier=\"R\"><simpleChoice identifier=\"A\">second</simpleChoice><simpleChoice identifier=\"B\">first</simpleChoice></orderInteraction>", "Q? -> Order first / second")]
    [InlineData("<responseDeclaration identifier=\"R\" cardinality=\"multiple\" baseType=\"directedPair\"><correctResponse><value>F P</value><value>I R</value></correctResponse></responseDeclaration>", "<matchInteraction responseIdentifier=\"R\"><simpleMatchSet><simpleAssociableChoice identifier=\"F\">France</simpleAssociableChoice><simpleAssociableChoice identifier=\"I\">Italy</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier=\"R\">Rome</simpleAssociableChoice><simpleAssociableChoice identifier=\"P\">Paris</simpleAssociableChoice></simpleMatchSet></matchInteraction>", "Q? -> Match France = Paris / Italy = Rome")]
    [InlineData("<responseDeclaration identifier=\"R\" baseType=\"integer\"><correctResponse><value>50</value></correctResponse></responseDeclaration>", "<sliderInteraction responseIdentifier=\"R\" lowerBound=\"0\" upperBound=\"100\" step=\"10\"/>", "Q? -> Slider 0..100 by 10: 50 ±0")]
    [InlineData("", "", "Item -> Slide Q?")]
    [InlineData("", "<hotspotInteraction responseIdentifier=\"R\"/>", "UnsupportedQuestionType 1 type")]
    public void Qti_2(string declaration, string interaction, string expected) => AssertRead(
        $"<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"i\" title=\"Item\">{declaration}<itemBody><p>Q?</p>{interaction}</itemBody></assessmentItem>", expected);

    [Theory]
    [InlineData("multiple_answers_question", "<response_lid ident=\"r\" rcardinality=\"Multiple\"><render_choice><response_label ident=\"1\"><material><mattext>a</mattext></material></response_label><response_label ident=\"2\"><material><mattext>b</mattext></material></response_label><response_label ident=\"3\"><material><mattext>c</mattext></material></response_label></render_choice></response_lid>", "<and><varequal respident=\"r\">1</varequal><varequal respident=\"r\">2</varequal><not><varequal respident=\"r\">3</varequal></not></and>", "Q? -> MultipleChoice *a / *b / c")]
    [InlineData("short_answer_question", "<response_str ident=\"r\"><render_fib/></response_str>", "<varequal respident=\"r\">Oslo</varequal><varequal respident=\"r\">Christiania</varequal>", "Q? -> TypedAnswer Oslo / Christiania")]
    [InlineData("numerical_question", "<response_str ident=\"r\"><render_fib/></response_str>", "<or><varequal respident=\"r\">4.0</varequal><and><vargte respident=\"r\">3.5</vargte><varlte respident=\"r\">4.5</varlte></and></or>", "Q? -> Number 4 ±0.5 Range 1")]
    [InlineData("numerical_question", "<response_str ident=\"r\"><render_fib/></response_str>", "<vargte respident=\"r\">3</vargte><varlte respident=\"r\">5</varlte>", "Q? -> Number 4 ±1 Range 0")]
    [InlineData("essay_question", "<response_str ident=\"r\"><render_fib/></response_str>", "<other/>", "Q? -> OpenText")]
    [InlineData("text_only_question", "", "<other/>", "Item -> Slide Q?")]
    [InlineData("matching_question", "<response_lid ident=\"r1\"><material><mattext>France</mattext></material><render_choice><response_label ident=\"8\"><material><mattext>Paris</mattext></material></response_label><response_label ident=\"9\"><material><mattext>Rome</mattext></material></response_label></render_choice></response_lid><response_lid ident=\"r2\"><material><mattext>Italy</mattext></material><render_choice><response_label ident=\"8\"><material><mattext>Paris</mattext></material></response_label><response_label ident=\"9\"><material><mattext>Rome</mattext></material></response_label></render_choice></response_lid>", "<varequal respident=\"r1\">8</varequal><varequal respident=\"r2\">9</varequal>", "Q? -> Match France = Paris / Italy = Rome")]
    [InlineData("calculated_question", "<response_str ident=\"r\"><render_fib/></response_str>", "<other/>", "UnsupportedQuestionType 1 type")]
    public void Qti_1(string type, string response, string condition, string expected) => AssertRead(
        "<questestinterop><assessment title=\"T\"><section><item ident=\"i\" title=\"Item\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
            + $"<fieldentry>{type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>Q?</mattext></material>{response}</presentation>"
            + $"<resprocessing><respcondition><conditionvar>{condition}</conditionvar><setvar varname=\"SCORE\">100</setvar></respcondition></resprocessing></item></section></assessment></questestinterop>",
        expected);

    private static void AssertRead(string file, params string[] expected) =>
        Assert.Equal(expected, QuizOutcome.Of(QuizFiles.Read(Encoding.UTF8.GetBytes(file), QuizFormat.Auto, "T", skipInvalid: true)));
}
