using Arena.Game.Questions;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;

namespace Arena.Game.Tests.Questions;

/// <summary>Statistics of answers, by example.</summary>
public sealed class TallyTests
{
    private static readonly Guid Id = Scenario.Operation(1);

    [Fact]
    public void Typed_answers_count_as_one_where_nothing_makes_a_difference()
    {
        var question = new TypedAnswerQuestion(Id, "?", ["Bern"], 20_000, 1000);
        var tally = question.Count([new TextAnswer("bern"), new TextAnswer("Basel"), new TextAnswer("BERN!"), new TextAnswer("Genf"), new TextAnswer("basel")]);
        Assert.Equal(
            [new TextLine("Basel", 2, false), new TextLine("bern", 2, true), new TextLine("Genf", 1, false)], Assert.IsType<TextsTally>(tally).Lines);
    }

    [Fact]
    public void Everyone_sees_accepted_texts_alone()
    {
        var question = new TypedAnswerQuestion(Id, "?", ["Bern"], 20_000, 1000);
        var tally = Assert.IsType<TextsTally>(question.Publish(question.Count([new TextAnswer("Bern"), new TextAnswer("Basel"), new TextAnswer("Genf")])));
        Assert.Equal([new TextLine("Bern", 1, true)], tally.Lines);
        Assert.Equal(2, tally.More);
    }

    [Fact]
    public void Places_are_counted_by_themselves_or_by_the_cells_of_a_grid()
    {
        var question = new PinQuestion(Id, "?", [new CircleArea(0.5, 0.5, 0.1)], 20_000, 1000);
        var few = Assert.IsType<PointsTally>(question.Count([new PointAnswer(0.31, 0.2), new PointAnswer(0.9, 0.1), new PointAnswer(0.31, 0.2), new PointAnswer(2, 0)]));
        Assert.Equal([new PointCount(0.9, 0.1, 1), new PointCount(0.31, 0.2, 2)], few.Points);

        var many = Assert.IsType<PointsTally>(question.Count(Enumerable.Range(0, 1_000).Select(number => new PointAnswer(number / 999.0, 1))));
        Assert.Equal(GameLimits.TallyGrid, many.Points.Length);
        Assert.Equal((0.025, 0.975, 1_000), (many.Points[0].X, many.Points[0].Y, many.Points.Sum(point => point.Count)));
        Assert.Equal(many.Points, Assert.IsType<PointsTally>(question.CountOpen(Enumerable.Range(0, 1_000).Select(number => new PointAnswer(number / 999.0, 1)))).Points);
    }

    [Fact]
    public void Only_hosts_see_open_texts()
    {
        var question = new OpenTextQuestion(Id, "?", 20_000);
        var tally = question.Count([new TextAnswer("Good"), new TextAnswer("good"), new TextAnswer("Bad")]);
        Assert.Equal([new TextLine("Good", 2, null), new TextLine("Bad", 1, null)], Assert.IsType<TextsTally>(tally).Lines);
        var published = Assert.IsType<TextsTally>(question.Publish(tally));
        Assert.Equal((0, 3), (published.Lines.Length, published.More));
    }

    [Fact]
    public void The_most_frequent_fifty_texts_have_lines()
    {
        var question = new OpenTextQuestion(Id, "?", 20_000);
        var tally = Assert.IsType<TextsTally>(question.Count(
            [.. Enumerable.Range(0, 60).Select(number => new TextAnswer($"text {number:D2}")), new TextAnswer("text 59"), new TextAnswer("text 59")]));
        Assert.Equal((50, 10), (tally.Lines.Length, tally.More));
        Assert.Equal(new TextLine("text 59", 3, null), tally.Lines[0]);
    }

    [Fact]
    public void Few_numbers_are_counted_each_and_many_in_ranges()
    {
        var question = new NumberQuestion(Id, "?", 50, 20_000, 1000);
        Assert.Equal(
            [new NumberBin(3, 3, 2), new NumberBin(7, 7, 1)],
            Assert.IsType<NumbersTally>(question.Count([new NumberAnswer(3), new NumberAnswer(7), new NumberAnswer(3)])).Bins);
        var bins = Assert.IsType<NumbersTally>(question.Count([.. Enumerable.Range(0, 101).Select(number => new NumberAnswer(number))])).Bins;
        Assert.Equal((20, 101), (bins.Length, bins.Sum(bin => bin.Count)));
        Assert.Equal((new NumberBin(0, 5, 5), new NumberBin(95, 100, 6)), (bins[0], bins[^1]));
    }

    [Fact]
    public void Words_are_counted_regardless_of_case()
    {
        var question = new WordCloudQuestion(Id, "?", 20_000);
        var tally = question.Count([new WordsAnswer(["Sea", "sun"]), new WordsAnswer(["sea"])]);
        Assert.Equal([new TextLine("Sea", 2, null), new TextLine("sun", 1, null)], Assert.IsType<TextsTally>(tally).Lines);
    }

    [Fact]
    public void Of_an_order_it_is_counted_how_many_have_each_place_right()
    {
        var question = new OrderQuestion(Id, "?", ["a", "b", "c"], 20_000, 1000);
        Assert.Equal([2, 1, 1], Assert.IsType<CountsTally>(question.Count([new OrderAnswer([0, 1, 2]), new OrderAnswer([0, 2, 1])])).Counts);
        Assert.Null(question.CountOpen([new OrderAnswer([0, 1, 2])]));
    }
}
