using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Arena.Game.Questions;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Questions;

/// <summary>
/// Every kind of answer to every type of question. A cell holds the refusal (<c>!InvalidAnswer</c>), or the verdict with the share of the points that is
/// earned. The answers are the same for all.
/// </summary>
public sealed class QuestionMatrixTests
{
    private const string Cells = """
                       | choice 1       | choice 9       | choices 2 1    | choices 1 0    | choices 9      | text           | other text     | words          | number         | order 0 1 2 3  | order 3 2 1 0  | order 0 1      | order 9 9 9 9 | point 0.5 0.6 | point 0.9 0.9 | point 2 0
        SingleChoice   | Correct 1      | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        TrueFalse      | Wrong 0        | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        MultipleChoice | !InvalidAnswer | !InvalidAnswer | Correct 1      | Wrong 0        | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Poll           | Unscored 0     | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        TypedAnswer    | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Correct 1      | Wrong 0        | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Number         | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Wrong 0        | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Slider         | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Partial 0.75   | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Order          | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Correct 1      | Wrong 0        | !InvalidAnswer | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Match          | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !UnknownOption | !UnknownOption | !InvalidAnswer | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Pin            | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Correct 1      | Wrong 0        | !InvalidAnswer
        Rating         | Unscored 0     | !UnknownOption | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        WordCloud      | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Unscored 0     | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        OpenText       | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | Unscored 0     | Unscored 0     | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        Slide          | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer | !InvalidAnswer
        """;

    private static readonly SortedDictionary<string, AnswerValue> Answers = new(StringComparer.Ordinal)
    {
        ["choice 1"] = new ChoiceAnswer(1),
        ["choice 9"] = new ChoiceAnswer(9),
        ["choices 2 1"] = new ChoicesAnswer([2, 1, 2]),
        ["choices 1 0"] = new ChoicesAnswer([1, 0]),
        ["choices 9"] = new ChoicesAnswer([1, 9]),
        ["text"] = new TextAnswer(" BERNE! "),
        ["other text"] = new TextAnswer("Basel"),
        ["words"] = new WordsAnswer(["sun", "Sun", "sea"]),
        ["number"] = new NumberAnswer(1_964),
        ["order 0 1 2 3"] = new OrderAnswer([0, 1, 2, 3]),
        ["order 3 2 1 0"] = new OrderAnswer([3, 2, 1, 0]),
        ["order 0 1"] = new OrderAnswer([0, 1]),
        ["order 9 9 9 9"] = new OrderAnswer([9, 9, 9, 9]),
        ["point 0.5 0.6"] = new PointAnswer(0.5, 0.6),
        ["point 0.9 0.9"] = new PointAnswer(0.9, 0.9),
        ["point 2 0"] = new PointAnswer(2, 0),
    };

    public static TheoryData<string, string, string> All()
    {
        var lines = Cells.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        var cells = new TheoryData<string, string, string>();
        foreach (var line in lines.Skip(1))
        {
            for (var column = 1; column < line.Length; column++)
                cells.Add(line[0], lines[0][column], line[column]);
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_answer_is_refused_or_judged(string type, string answer, string expected)
    {
        var question = EveryType.All.First(sample => $"{sample.Question.Type}" == type).Question;
        var refusal = question.Normalize(Answers[answer], out var normal);
        var judgement = question.Judge(normal);
        Assert.Equal(
            expected, refusal is { } code ? $"!{code}" : string.Create(CultureInfo.InvariantCulture, $"{judgement.Verdict} {judgement.Share}"));
    }

    [Fact]
    public void Every_type_has_a_row_a_sample_and_a_name_in_json()
    {
        var types = Enum.GetNames<QuestionType>().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(types, Cells.Split('\n').Skip(1).Select(line => line.Split('|')[0].Trim()).Order(StringComparer.Ordinal));
        Assert.Equal(types, EveryType.All.Select(sample => $"{sample.Question.Type}").Distinct().Order(StringComparer.Ordinal));
        var named = typeof(Question).GetCustomAttributes<JsonDerivedTypeAttribute>().ToDictionary(derived => derived.DerivedType, derived => derived.TypeDiscriminator);
        Assert.Equal(types.Length, named.Count);
        Assert.All(EveryType.All, sample => Assert.Equal(
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{sample.Question.Type}"), named[sample.Question.GetType()]));
    }
}
