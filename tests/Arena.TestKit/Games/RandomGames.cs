using System.Globalization;
using Arena.Game.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Arena.TestKit.Games;

/// <summary>
/// Random games, 1,000 a property. A failure prints the seed; the environment variable <c>ARENA_GAME_SEED</c> set to it plays the same
/// games again, and <c>ARENA_GAME_GAMES</c> says how many for a longer hunt.
/// </summary>
public static class RandomGames
{
    private const int RareFactor = 20;

    private static readonly ulong Seed = Number("ARENA_GAME_SEED") ?? (ulong)Random.Shared.NextInt64();
    private static readonly int Count = (int)(Number("ARENA_GAME_GAMES") ?? 1_000);

    private static readonly Gen<Move> Moves =
        from kind in Gen.Frequency(
            (3, Gen.Constant(MoveKind.Join)),
            (1, Gen.Constant(MoveKind.HandOver)),
            (14, Gen.Constant(MoveKind.Answer)),
            (1, Gen.Constant(MoveKind.WildAnswer)),
            (1, Gen.Constant(MoveKind.ChangeFace)),
            (5, Gen.Constant(MoveKind.UseHint)),
            (5, Gen.Constant(MoveKind.UsePowerUp)),
            (6, Gen.Constant(MoveKind.MoveOn)),
            (3, Gen.Constant(MoveKind.SkipOrUndo)),
            (4, Gen.Constant(MoveKind.HostAction)),
            (1, Gen.Constant(MoveKind.WildHost)),
            (7, Gen.Constant(MoveKind.Due)),
            (1, Gen.Constant(MoveKind.WildTick)),
            (1, Gen.Constant(MoveKind.EveryoneAnswered)),
            (1, Gen.Constant(MoveKind.EveryoneReturned)),
            (1, Gen.Constant(MoveKind.Presence)),
            (1, Gen.Constant(MoveKind.Recover)),
            (2, Gen.Constant(MoveKind.Repeat)),
            (1, Gen.Constant(MoveKind.Launch)))
        from who in Gen.Choose(0, 1_000)
        from what in Gen.Choose(0, 1_000)
        from time in Gen.Choose(0, 10_000)
        select new Move(kind, who, what, time);

    private static readonly Move Due = new(MoveKind.Due, 0, 0, 0);

    /// <summary>A question that is played to its standings, with answers and power-ups: enough of them are earned, and used.</summary>
    private static readonly Gen<Move[]> PowerfulQuestions =
        from count in Gen.Choose(4, 12)
        from moves in Gen.ArrayOf(
            from kind in Gen.Frequency(
                (10, Gen.Constant(MoveKind.Answer)),
                (14, Gen.Constant(MoveKind.RightAnswer)),
                (12, Gen.Constant(MoveKind.UsePowerUp)),
                (1, Gen.Constant(MoveKind.SkipOrUndo)),
                (1, Gen.Constant(MoveKind.HostAction)),
                (1, Gen.Constant(MoveKind.Repeat)))
            from who in Gen.Choose(0, 2)
            from what in Gen.Choose(0, 1_000)
            from time in Gen.Choose(0, 10_000)
            select new Move(kind, who, what, time),
            count)
        select (Move[])[Due, .. moves, Due, Due, Due];

    private static readonly Gen<Script> PowerfulScripts =
        from players in Gen.Choose(2, 4)
        from questions in Gen.Choose(4, 8)
        from flags in Gen.Choose(0, 65_535)
        from variation in Gen.Choose(0, 4_095)
        from key in Gen.Choose(0, 100).Where(key => key % 4 != 0 && key % 3 == 0)
        from moves in Gen.ArrayOf(PowerfulQuestions, questions)
        select new Script(players, questions, (flags & ~64) | 8, variation, key, [new(MoveKind.MoveOn, 0, 0, 0), .. moves.SelectMany(some => some)]);

    private static readonly Gen<Script> Scripts =
        from players in Gen.Choose(0, 4)
        from questions in Gen.Choose(1, 4)
        from flags in Gen.Choose(0, 65_535)
        from variation in Gen.Choose(0, 4_095)
        from key in Gen.Choose(0, 100)
        from length in Gen.Choose(1, 60)
        from moves in Gen.ArrayOf(Moves, length)
        select new Script(players, questions, flags, variation, key, [.. moves]);

    private static readonly Gen<Script> Alone =
        from script in Scripts
        from pace in Gen.Elements(new SelfPace(), new SelfPace { FeedbackAtEnd = true }, new SelfPace { RepeatsWrong = true })
        select script with
        {
            Players = 1,
            Pace = pace,
            // A player takes the place of the host, most of the time.
            Moves = [.. script.Moves.Select(move => move.Kind is MoveKind.MoveOn or MoveKind.HostAction or MoveKind.SkipOrUndo && move.Time % 8 != 0 ? move with { Kind = MoveKind.Next } : move)],
        };

    /// <summary>Says of every random game that is played alone what must hold.</summary>
    public static void OfOne(Action<Script, Playthrough> property) => Check(Arb.From(Alone, Shorter), script => property(script, Playthrough.Of(script)));

    /// <summary>Says of every random game what must hold.</summary>
    public static void All(Action<Playthrough> property) => Check(Arb.From(Scripts, Shorter), script => property(Playthrough.Of(script)));

    /// <summary>Says of every random game, and a random number, what must hold.</summary>
    public static void All(Action<Script, Playthrough> property) =>
        Check(Arb.From(Scripts, Shorter), script => property(script, Playthrough.Of(script)));

    /// <summary>Says of random games in which power-ups are earned and used what must hold.</summary>
    public static void AllPowerful(Action<Playthrough> property) => Check(Arb.From(PowerfulScripts, Shorter), script => property(Playthrough.Of(script)));

    /// <summary>Plays random games until there are enough, twenty times as many as for a property at most: what is rare comes late with some seeds.</summary>
    public static void Until(Func<Playthrough, bool> isEnough)
    {
        var enough = false;
        Check(Arb.From(Scripts), script => enough = enough || isEnough(Playthrough.Of(script)), RareFactor * Count);
    }

    /// <summary>The same of games in which power-ups are earned and used.</summary>
    public static void UntilPowerful(Func<Playthrough, bool> isEnough)
    {
        var enough = false;
        Check(Arb.From(PowerfulScripts), script => enough = enough || isEnough(Playthrough.Of(script)), RareFactor * Count);
    }

    /// <summary>Half of the moves, then all but one.</summary>
    private static IEnumerable<Script> Shorter(Script script)
    {
        for (var size = script.Moves.Length / 2; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= script.Moves.Length; from += size)
                yield return script with { Moves = script.Moves.RemoveRange(from, size) };
        }
    }

    private static void Check<T>(Arbitrary<T> values, Action<T> property, int? games = null) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(games ?? Count).WithName($"ARENA_GAME_SEED={Seed}")
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None))),
        Prop.ForAll(values, property));

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
