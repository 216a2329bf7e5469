using Arena.Game.Events;
using Arena.TestKit.Games;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Rules;

/// <summary>What a client gains at most that holds every echo back, and so gets the whole cap of link compensation.</summary>
public sealed class DelayedPongTests
{
    private const int Most = 5_000;

    [Theory]
    [InlineData(5_000)]
    [InlineData(10_000)]
    [InlineData(20_000)]
    [InlineData(60_000)]
    public void In_the_window_it_gains_what_the_cap_is_worth_and_at_the_end_of_full_points_their_difference(int limit)
    {
        for (var elapsed = 0; elapsed <= limit; elapsed += 7)
        {
            var gained = Points(limit, elapsed, Most) - Points(limit, elapsed, link: 0);
            var most = 1000.0 * (elapsed < 650 ? 649 : 150) / (2 * limit);
            // Both are rounded.
            Assert.InRange(gained, 0, (int)(most + 1));
        }
    }

    [Theory]
    [InlineData(5_000, 1)]
    [InlineData(5_000, 100)]
    [InlineData(5_000, 150)]
    [InlineData(20_000, 1)]
    [InlineData(20_000, 150)]
    public void After_the_close_it_gets_the_fewest_points_of_the_window_and_never_more(int limit, int late)
    {
        Assert.Equal(500, Points(limit, limit, link: 0));
        Assert.Equal(500, Points(limit, limit + late, Most));
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public void Later_than_the_cap_it_gets_nothing(int limit) =>
        Given(Lobby(null, Quizzes.Of(1, timeLimit: limit), "Eve"), Asked(limit: limit))
            .When(Answer(0, elapsed: limit + 151, link: Most), at: Opens + limit + 200).Then(GameErrorCode.TooLate);

    [Fact]
    public void An_earlier_answer_never_gets_fewer_points()
    {
        var before = int.MaxValue;
        for (var elapsed = 0; elapsed <= 5_150; elapsed++)
        {
            var points = Points(5_000, elapsed, Most);
            Assert.InRange(points, 0, before);
            before = points;
        }
    }

    private static int Points(int limit, int elapsed, int link) => Given(Lobby(null, Quizzes.Of(1, timeLimit: limit), "Eve"), Asked(limit: limit))
        .When(Answer(0, elapsed: elapsed, link: link), at: Opens + elapsed).The<AnswerAccepted>().Answer.Points;
}
