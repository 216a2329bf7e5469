using System.Globalization;
using System.Text;
using Arena.Game.Commands;
using Arena.Game.Names;
using Arena.TestKit.Games;
using Arena.Game.Vocabulary;

namespace Arena.Game.Tests.Names;

/// <summary>Random names, 20,000 a property. A failure prints the seed; ARENA_GAME_SEED set to it draws the same names again.</summary>
public sealed class NameProperties
{
    private const int Names = 20_000;

    private static readonly Rune[] Alphabet =
    [
        .. Confusables.Characters,
        .. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.'éüßœŁøIıſςΣДжЩ李雷あ한글مريم👍🎉❤".EnumerateRunes(),
    ];

    private static readonly string[] Invisible = ["\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\u0007", "\u2060"];

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("ARENA_GAME_SEED"), CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next();

    [Fact]
    public void A_cleaned_name_is_clean() => All((name, _) =>
    {
        Assert.Null(Nicknames.Clean(name, out var again));
        Assert.Equal(name, again);
        Assert.InRange(new StringInfo(name).LengthInTextElements, 1, GameLimits.MaxNicknameGraphemes);
    });

    [Fact]
    public void Invisible_characters_do_not_make_a_different_name() => All((name, random) =>
    {
        var disguised = string.Concat(name.EnumerateRunes().Select(rune => rune + Invisible[random.Next(Invisible.Length)]));
        Assert.Null(Nicknames.Clean(disguised, out var cleaned));
        Assert.Equal(Nicknames.Looks(name), Nicknames.Looks(cleaned));
    });

    [Fact]
    public void Case_makes_no_other_name() => All((name, _) =>
    {
        AssertSame(name, name.ToUpperInvariant());
        AssertSame(name, name.ToLowerInvariant());
    });

    [Fact]
    public void Confusable_characters_make_no_other_name()
    {
        // Marks aside: they change places with one another when they are normalised.
        var twins = Confusables.Characters.Where(IsNoMark).GroupBy(character => Confusables.PrototypeOf(character)!).ToDictionary(group => group.Key, group => group.ToArray());
        All((name, random) =>
        {
            var disguised = new StringBuilder();
            foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
            {
                var prototype = Confusables.PrototypeOf(rune) ?? rune.ToString();
                disguised.Append(IsNoMark(rune) && twins.TryGetValue(prototype, out var alike) ? alike[random.Next(alike.Length)].ToString() : rune.ToString());
            }
            AssertSame(name, disguised.ToString());
        });
    }

    [Fact]
    public void No_two_players_of_a_game_have_confusable_names_after_joins_and_renames()
    {
        var random = new Random(_seed);
        var game = Scenario.Given(Scenario.Lobby()).State;
        for (var number = 1; number <= 2_000; number++)
        {
            GameCommand command = number % 5 == 0 && game.Players.Count > 0
                ? new GameCommand.Host(Scenario.Operation(number), game.Step, new HostAction.Rename(random.Next(game.Players.Count), Short(random)))
                : new GameCommand.Join(Scenario.Operation(number), Short(random));
            if (Decider.Decide(game, command, number) is Decision.Accepted accepted)
                game = accepted.Events.Aggregate(game, Decider.Evolve);
        }
        var looks = game.Players.SelectMany(player => Nicknames.Looks(player.Nickname).Select(look => KeyValuePair.Create(look, player.Seat))).ToArray();
        Assert.True(game.Players.Count > 500, $"seed {_seed}: {game.Players.Count} players");
        Assert.True(looks.Length == looks.Select(look => look.Key).Distinct().Count(), $"seed {_seed}");
        Assert.Equal(looks.OrderBy(look => look.Key, StringComparer.Ordinal), game.SeatByNickname);
    }

    private static bool IsNoMark(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    private static void AssertSame(string one, string other) =>
        Assert.True(Nicknames.Looks(one).Intersect(Nicknames.Looks(other)).Any(), $"'{one}' is not '{other}'");

    /// <summary>Few letters, so that many names are confusable.</summary>
    private static string Short(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Alphabet[random.Next(Alphabet.Length)].ToString()));

    private void All(Action<string, Random> property)
    {
        var random = new Random(_seed);
        for (var drawn = 0; drawn < Names; drawn++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 18)).Select(_ => Alphabet[random.Next(Alphabet.Length)].ToString()));
            if (Nicknames.Clean(typed, out var name) is not null)
                continue;
            try
            {
                property(name, random);
            }
            catch (Exception failed)
            {
                throw new InvalidOperationException($"ARENA_GAME_SEED={_seed}: '{name}' ({string.Join(' ', name.EnumerateRunes().Select(rune => $"{rune.Value:X}"))})", failed);
            }
        }
    }
}
