using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Arena.Game.Questions;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Quizzes.Writing.Markup;

/// <summary>Writes Moodle's XML. Its texts are plain, but for those that show a picture. The content of its file is added when the quiz is sent.</summary>
internal sealed class MoodleWriter : IQuizWriter
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create<string>("media", "explanation", "weight", "scoring", "shuffle", "ignoreCase");

    private const string FileStart = "<file name=\"";
    private const string FileEnd = " />";

    private readonly XmlWriter _xml;
    private readonly LossCounter _losses;
    private readonly WrittenPictures _pictures;

    public MoodleWriter(Stream output, LossCounter losses, ICollection<QuestionMedia> named)
    {
        (_losses, _pictures) = (losses, new(losses, named));
        _xml = XmlWriter.Create(output, new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        });
        _xml.WriteStartElement("quiz");
    }

    public void Add(Question question)
    {
        switch (question)
        {
            case OptionsQuestion options when options is not PollQuestion:
                WriteOptions(options);
                break;
            case TypedAnswerQuestion typed:
                AcceptedTexts.Check(typed, isCaseSensitive: !typed.IgnoreCase, _losses);
                Start(typed, "shortanswer");
                _xml.WriteElementString("usecase", typed.IgnoreCase ? "0" : "1");
                foreach (string text in typed.Accepted)
                    Answer(Wildcard.Escaped(text), OptionShares.Whole);
                break;
            case NumberQuestion number:
                WriteNumber(number, WrittenNumber.Of(number, _losses));
                break;
            case SliderQuestion slider when WrittenNumber.IsExact(slider):
                WriteNumber(slider, WrittenNumber.Of(slider, _losses));
                break;
            case OrderQuestion order:
                Start(order, "ordering");
                foreach ((int place, string item) in order.Items.Index())
                    Answer(item, place + 1);
                break;
            case MatchQuestion match:
                Start(match, "matching");
                foreach (MatchPair pair in match.Pairs)
                    WritePair(pair);
                break;
            case OpenTextQuestion open:
                Start(open, "essay");
                break;
            case SlideQuestion slide:
                Start("description", slide.Prompt, slide.Body, slide.Medium, null);
                break;
            default:
                _losses.LeaveOut(question);
                return;
        }
        _xml.WriteEndElement();
        _losses.ChangeAllBut(question, Kept);
        _pictures.Note(question);
    }

    public void Finish()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>The line of a file that has no content yet. In texts an angle bracket is escaped, so that no text is such a line.</summary>
    /// <returns>The name of the picture, and the line up to where the content belongs; null for any other line.</returns>
    public static (string Name, string Start)? FileIn(string line) =>
        line.TrimStart().StartsWith(FileStart, StringComparison.Ordinal) && line.EndsWith(FileEnd, StringComparison.Ordinal)
            ? (line.TrimStart().Substring(FileStart.Length, Medium.NameLength), line[..^FileEnd.Length] + ">")
            : null;

    private void WriteOptions(OptionsQuestion question)
    {
        if (ImpliedType.IsPlainTrueFalse(question) && question.Options.All(option => option.Picture is null))
        {
            Start(question, "truefalse");
            foreach (Option option in question.Options)
                Answer(option.Label.ToLowerInvariant(), option.IsCorrect ? OptionShares.Whole : 0);
            return;
        }
        bool isMultiple = question is MultipleChoiceQuestion;
        if (!isMultiple)
            ImpliedType.Check(question, _losses);
        Start(question, "multichoice");
        _xml.WriteElementString("single", isMultiple ? "false" : "true");
        _xml.WriteElementString("shuffleanswers", question.Shuffle ? "true" : "false");
        _xml.WriteElementString("answernumbering", "none");
        decimal[] shares = question is MultipleChoiceQuestion several ? OptionShares.OfSeveral(several, _losses) : OptionShares.OfOne(question, _losses);
        for (int place = 0; place < shares.Length; place++)
            Answer(question.Options[place].Label, shares[place], question.Options[place].Picture);
    }

    private void WriteNumber(Question question, WrittenNumber number)
    {
        Start(question, "numerical");
        _xml.WriteStartElement("answer");
        _xml.WriteAttributeString("fraction", "100");
        _xml.WriteElementString("text", WrittenNumber.Text(number.Value));
        _xml.WriteElementString("tolerance", WrittenNumber.Text(number.Tolerance));
        _xml.WriteEndElement();
    }

    private void WritePair(MatchPair pair)
    {
        _xml.WriteStartElement("subquestion");
        _xml.WriteAttributeString("format", "plain_text");
        _xml.WriteElementString("text", XmlCharacters.Of(pair.Left));
        Text("answer", pair.Right);
        _xml.WriteEndElement();
    }

    private void Start(Question question, string type) =>
        Start(type, QuizText.Excerpt(question.Prompt), question.Prompt, question.Medium, question.Explanation);

    private void Start(string type, string name, string text, Medium? medium, string? feedback)
    {
        _xml.WriteStartElement("question");
        _xml.WriteAttributeString("type", type);
        Text("name", name);
        Text("questiontext", text, medium);
        if (feedback is not null)
            Text("generalfeedback", feedback);
    }

    private void Text(string element, string text, Medium? medium = null)
    {
        _xml.WriteStartElement(element);
        Content(text, medium);
        _xml.WriteEndElement();
    }

    private void Answer(string text, decimal fraction, Medium? picture = null)
    {
        _xml.WriteStartElement("answer");
        _xml.WriteAttributeString("fraction", fraction.ToString("0.#####", CultureInfo.InvariantCulture));
        Content(text, picture);
        _xml.WriteEndElement();
    }

    private void Content(string text, Medium? medium)
    {
        Medium? picture = WrittenPictures.In(medium);
        _xml.WriteAttributeString("format", picture is null ? "plain_text" : "html");
        _xml.WriteElementString("text", XmlCharacters.Of(picture is null ? text : Html(text, picture)));
        if (picture is not null)
            WriteFile(picture);
    }

    private static string Html(string text, Medium picture) =>
        $"""<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br>")}</p><p><img src="@@PLUGINFILE@@/{WrittenPictures.FileOf(picture)}" alt="{WebUtility.HtmlEncode(picture.Alt)}"></p>""";

    /// <summary>A line of its own: <see cref="FileIn"/> finds it.</summary>
    private void WriteFile(Medium picture)
    {
        _xml.WriteStartElement("file");
        _xml.WriteAttributeString("name", WrittenPictures.FileOf(picture));
        _xml.WriteAttributeString("path", "/");
        _xml.WriteAttributeString("encoding", "base64");
        _xml.WriteEndElement();
    }
}
