using System.Collections.Immutable;
using System.Text.Json;
using Arena.Game.State;
using Arena.Game.Vocabulary;

namespace Arena.Grains.Session;

/// <summary>Players in bytes: numbers take as many as they need, operation ids 16. Part of <see cref="SnapshotCodec"/>'s form, and of its name.</summary>
internal static class PlayerCodec
{
    private const int IdBytes = 16;

    public static void Write(BinaryWriter writer, ImmutableList<Player> players)
    {
        writer.Write7BitEncodedInt(players.Count);
        foreach (var player in players)
        {
            writer.Write(player.Nickname);
            Write(writer, player.JoinOperation);
            writer.Write7BitEncodedInt(player.Score);
            writer.Write7BitEncodedInt(player.Streak);
            writer.Write7BitEncodedInt(player.Rank);
            Write(writer, player.PreviousRank);
            writer.Write7BitEncodedInt(player.ToNext);
            Write(writer, player.PreviousSeat);
            writer.Write7BitEncodedInt(player.SeriesPoints);
            writer.Write7BitEncodedInt(player.SeriesRank);
            writer.Write7BitEncodedInt(player.FirstRound);
            Write(writer, player.Face);
            Write(writer, player.Team);
            writer.Write((byte)player.Time);
            writer.Write7BitEncodedInt(player.Issue);
            writer.Write(player.Approved);
            writer.Write(player.Kicked);
            writer.Write(player.Pending is not null);
            if (player.Pending is { } pending)
                Write(writer, pending);
            Write(writer, player.Hints);
            Write(writer, player.Missed);
            Write(writer, player.PowerUps);
            Write(writer, player.PowerUpUses);
            Write(writer, player.PowerUpEarnedIn);
            writer.Write7BitEncodedInt(player.Answers.Count);
            foreach (var answer in player.Answers)
                Write(writer, answer);
        }
    }

    public static ImmutableList<Player> Read(BinaryReader reader)
    {
        var players = ImmutableList.CreateBuilder<Player>();
        var count = reader.Read7BitEncodedInt();
        for (var seat = 0; seat < count; seat++)
        {
            players.Add(new(seat, reader.ReadString(), ReadId(reader))
            {
                Score = reader.Read7BitEncodedInt(),
                Streak = reader.Read7BitEncodedInt(),
                Rank = reader.Read7BitEncodedInt(),
                PreviousRank = ReadNumber(reader),
                ToNext = reader.Read7BitEncodedInt(),
                PreviousSeat = ReadNumber(reader),
                SeriesPoints = reader.Read7BitEncodedInt(),
                SeriesRank = reader.Read7BitEncodedInt(),
                FirstRound = reader.Read7BitEncodedInt(),
                Face = ReadNumber(reader),
                Team = ReadNumber(reader),
                Time = (PlayerTime)reader.ReadByte(),
                Issue = reader.Read7BitEncodedInt(),
                Approved = reader.ReadBoolean(),
                Kicked = reader.ReadBoolean(),
                Pending = reader.ReadBoolean() ? ReadAnswer(reader) : null,
                Hints = ReadRounds(reader),
                Missed = ReadRounds(reader),
                PowerUps = ReadKinds(reader),
                PowerUpUses = ReadUses(reader),
                PowerUpEarnedIn = ReadNumber(reader),
                Answers = ReadAnswers(reader),
            });
        }
        return players.ToImmutable();
    }

    private static void Write(BinaryWriter writer, Answer answer)
    {
        writer.Write7BitEncodedInt(answer.Round);
        Write(writer, answer.OperationId);
        AnswerCodec.Write(writer, answer.Value);
        writer.Write7BitEncodedInt64(answer.StampMs);
        writer.Write7BitEncodedInt(answer.RawMs);
        writer.Write7BitEncodedInt(answer.CompensationMs);
        AnswerCodec.Write(writer, answer.Verdict, answer.Share);
        writer.Write7BitEncodedInt(answer.Points);
        writer.Write7BitEncodedInt(answer.StreakBonus);
        writer.Write7BitEncodedInt(answer.Stake);
        writer.Write(answer.IsSecond);
        writer.Write(answer.Other is not null);
        if (answer.Other is { } other)
            Write(writer, other);
    }

    private static Answer ReadAnswer(BinaryReader reader) => new(
        reader.Read7BitEncodedInt(), ReadId(reader), AnswerCodec.ReadValue(reader), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt(),
        reader.Read7BitEncodedInt(), AnswerCodec.ReadVerdict(reader, out var share), share, reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt())
    {
        Stake = reader.Read7BitEncodedInt(),
        IsSecond = reader.ReadBoolean(),
        Other = reader.ReadBoolean() ? ReadAnswer(reader) : null,
    };

    private static void Write(BinaryWriter writer, ImmutableList<PowerUpKind> kinds)
    {
        writer.Write7BitEncodedInt(kinds.Count);
        foreach (var kind in kinds)
            writer.Write((byte)kind);
    }

    private static ImmutableList<PowerUpKind> ReadKinds(BinaryReader reader)
    {
        var kinds = ImmutableList.CreateBuilder<PowerUpKind>();
        var count = reader.Read7BitEncodedInt();
        for (var index = 0; index < count; index++)
            kinds.Add((PowerUpKind)reader.ReadByte());
        return kinds.ToImmutable();
    }

    /// <summary>Rare and of many forms: as JSON, and none as one byte.</summary>
    private static void Write(BinaryWriter writer, ImmutableList<PowerUpUse> uses)
    {
        writer.Write(!uses.IsEmpty);
        if (!uses.IsEmpty)
            writer.Write(JsonSerializer.Serialize(uses, JournalJson.Options));
    }

    private static ImmutableList<PowerUpUse> ReadUses(BinaryReader reader) =>
        reader.ReadBoolean() ? JsonSerializer.Deserialize<ImmutableList<PowerUpUse>>(reader.ReadString(), JournalJson.Options)! : [];

    private static void Write(BinaryWriter writer, ImmutableSortedSet<int> rounds)
    {
        writer.Write7BitEncodedInt(rounds.Count);
        foreach (var round in rounds)
            writer.Write7BitEncodedInt(round);
    }

    private static ImmutableSortedSet<int> ReadRounds(BinaryReader reader)
    {
        var rounds = ImmutableSortedSet.CreateBuilder<int>();
        var count = reader.Read7BitEncodedInt();
        for (var index = 0; index < count; index++)
            rounds.Add(reader.Read7BitEncodedInt());
        return rounds.ToImmutable();
    }

    private static ImmutableList<Answer> ReadAnswers(BinaryReader reader)
    {
        var answers = ImmutableList.CreateBuilder<Answer>();
        var count = reader.Read7BitEncodedInt();
        for (var index = 0; index < count; index++)
            answers.Add(ReadAnswer(reader));
        return answers.ToImmutable();
    }

    private static void Write(BinaryWriter writer, int? number)
    {
        writer.Write(number is not null);
        if (number is { } written)
            writer.Write7BitEncodedInt(written);
    }

    private static int? ReadNumber(BinaryReader reader) => reader.ReadBoolean() ? reader.Read7BitEncodedInt() : null;

    private static void Write(BinaryWriter writer, Guid id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        id.TryWriteBytes(bytes);
        writer.Write(bytes);
    }

    private static Guid ReadId(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        reader.BaseStream.ReadExactly(bytes);
        return new(bytes);
    }
}
