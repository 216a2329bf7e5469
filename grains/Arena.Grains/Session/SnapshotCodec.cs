using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Arena.Game.Names;
using Arena.Game.State;
using Arena.Grains.Ports;

namespace Arena.Grains.Session;

/// <summary>
/// The state of a game as a snapshot. A snapshot is only a cache of the log, so old forms are never kept. A change of
/// the state, or of what an event leads to, needs a new <see cref="Name"/>; snapshots with another name are ignored.
/// </summary>
/// <remarks>
/// SHA-256 of what follows; the length of a header; the header in JSON: the version and all of the state but its players; the players,
/// by <see cref="PlayerCodec"/>. A large game is nearly all ledger, and half of that is operation ids, which are random: compression would
/// save a quarter for half as much work again (tests/Arena.Storage.Load --mode=snapshot), so there is none.
/// </remarks>
internal static class SnapshotCodec
{
    public const string Name = "gameState.18";

    private const int PlayersAt = SHA256.HashSizeInBytes + sizeof(int);

    private static readonly string[] WrittenApart =
    [
        nameof(GameState.Players), nameof(GameState.SeatByNickname), nameof(GameState.SeatByOperation), nameof(GameState.SeatByPrevious),
    ];

    private static readonly JsonSerializerOptions Options = new(JournalJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } },
    };

    /// <param name="state">The state.</param>
    /// <param name="version">That of the last entry that led to it.</param>
    /// <param name="atMs">When that happened.</param>
    public static SessionSnapshot Write(GameState state, long version, long atMs)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Header(version, state), Options);
        using var stream = new MemoryStream();
        stream.SetLength(PlayersAt);
        stream.Position = PlayersAt;
        stream.Write(header);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            PlayerCodec.Write(writer, state.Players);
        var payload = stream.GetBuffer().AsMemory(0, (int)stream.Length);
        BinaryPrimitives.WriteInt32LittleEndian(payload.Span[SHA256.HashSizeInBytes..], header.Length);
        SHA256.HashData(payload.Span[SHA256.HashSizeInBytes..], payload.Span);
        return new(version, atMs, Name, payload);
    }

    /// <exception cref="InvalidDataException">It is not as it was written.</exception>
    public static GameState Read(SessionSnapshot snapshot)
    {
        var payload = snapshot.Payload.Span;
        if (payload.Length < PlayersAt || !SHA256.HashData(payload[SHA256.HashSizeInBytes..]).AsSpan().SequenceEqual(payload[..SHA256.HashSizeInBytes]))
            throw new InvalidDataException("Its checksum is wrong.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(payload[SHA256.HashSizeInBytes..]);
        var header = JsonSerializer.Deserialize<Header>(payload.Slice(PlayersAt, length), Options)!;
        if (header.Version != snapshot.Version)
            throw new InvalidDataException($"It is of version {header.Version}, and not of {snapshot.Version}.");
        using var stream = new MemoryStream(payload[(PlayersAt + length)..].ToArray(), writable: false);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        return WithPlayers(header.State, PlayerCodec.Read(reader));
    }

    /// <summary>The indexes follow from the players.</summary>
    private static GameState WithPlayers(GameState state, ImmutableList<Player> players)
    {
        var byNickname = state.SeatByNickname.ToBuilder();
        var byOperation = state.SeatByOperation.ToBuilder();
        var byPrevious = state.SeatByPrevious.ToBuilder();
        // A removed player's name may be another's by now.
        foreach (var player in players.OrderByDescending(player => player.Kicked))
        {
            foreach (var look in Nicknames.Looks(player.Nickname))
                byNickname[look] = player.Seat;
            byOperation[player.JoinOperation] = player.Seat;
            if (player.PreviousSeat is { } previous)
                byPrevious[previous] = player.Seat;
        }
        return state with
        {
            Players = players,
            SeatByNickname = byNickname.ToImmutable(),
            SeatByOperation = byOperation.ToImmutable(),
            SeatByPrevious = byPrevious.ToImmutable(),
        };
    }

    private static void Shape(JsonTypeInfo type)
    {
        if (type.Type == typeof(GameState))
        {
            foreach (var property in type.Properties.Where(property => WrittenApart.Contains(property.Name, StringComparer.OrdinalIgnoreCase)).ToList())
                type.Properties.Remove(property);
        }
        else if (type.Type == typeof(Phase))
        {
            type.PolymorphismOptions = new();
            foreach (var phase in typeof(Phase).GetNestedTypes().Where(phase => phase.IsSubclassOf(typeof(Phase))))
                type.PolymorphismOptions.DerivedTypes.Add(new(phase, phase.Name));
        }
    }

    private sealed record Header(long Version, GameState State);
}
