using System.Globalization;
using Arena.Game.Commands;
using Arena.Game.Names;
using Arena.Game.Rules;
using Arena.Game.Vocabulary;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Names;

public sealed class NameGeneratorTests
{
    public static TheoryData<NameLanguage> Languages => new(Enum.GetValues<NameLanguage>());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_name_is_as_a_player_could_type_it_and_looks_like_no_other(NameLanguage language)
    {
        var names = NameGenerator.Plain(language).ToArray();

        Assert.True(names.Length > 4_000);
        Assert.All(names, name =>
        {
            // A number fits behind it.
            Assert.Null(Nicknames.Clean($"{name} 99", out _));
            Assert.Null(Nicknames.Clean(name, out var cleaned));
            Assert.Equal(name, cleaned);
        });
        var looks = names.SelectMany(name => Nicknames.Looks(name)).ToArray();
        Assert.Equal(looks.Length, looks.Distinct().Count());
    }

    [Fact]
    public void The_same_seed_suggests_the_same_name_and_another_seed_another()
    {
        var game = Given(Lobby("Ann")).State;

        Assert.Equal(NameGenerator.Suggest(game, NameLanguage.Fr, 7), NameGenerator.Suggest(game, NameLanguage.Fr, 7));
        Assert.True(Enumerable.Range(0, 100).Select(seed => NameGenerator.Suggest(game, NameLanguage.En, seed)).Distinct().Count() > 50);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void A_name_that_is_taken_is_not_suggested(long seed)
    {
        var first = NameGenerator.Suggest(Given(Lobby("Ann")).State, NameLanguage.En, seed);

        Assert.NotEqual(first, NameGenerator.Suggest(Given(Lobby("Ann", first.ToUpperInvariant())).State, NameLanguage.En, seed));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_full_room_can_be_named_by_suggestions_alone(NameLanguage language)
    {
        var game = Given(Lobby(new SessionSettings { MaxPlayers = GameLimits.MaxPlayers })).State;
        for (var seat = 0; seat < GameLimits.MaxPlayers; seat++)
        {
            var name = NameGenerator.Suggest(game, language, seat * 31L);
            var joined = Assert.IsType<Decision.Accepted>(Decider.Decide(game, new GameCommand.Join(Operation(seat + 1), name), 1));
            game = joined.Events.Aggregate(game, Decider.Evolve);
        }
        Assert.Equal(GameLimits.MaxPlayers, game.PlayerCount);
        Assert.Contains(game.Players, player => char.IsDigit(player.Nickname[^1]));
        Assert.All(game.Players, player => Assert.True(new StringInfo(player.Nickname).LengthInTextElements <= GameLimits.MaxNicknameGraphemes));
    }
}
