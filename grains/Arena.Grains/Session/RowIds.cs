using System.Buffers.Binary;

namespace Arena.Grains.Session;

/// <summary>
/// Identities of a session's rows, derived from its own: the same whenever they are computed, and close together in an index. The last six
/// bytes of the session's id are mixed with the round, counted from 1 and 0 for the player's own row, and the seat.
/// </summary>
public static class RowIds
{
    public static Guid Player(Guid sessionId, int seat) => Mix(sessionId, seat, 0);

    public static Guid Answer(Guid sessionId, int seat, int round) => Mix(sessionId, seat, (ushort)(round + 1));

    private static Guid Mix(Guid sessionId, int seat, ushort round)
    {
        Span<byte> bytes = stackalloc byte[16];
        sessionId.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], (ushort)(BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]) ^ round));
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], BinaryPrimitives.ReadInt32BigEndian(bytes[12..]) ^ seat);
        return new(bytes, bigEndian: true);
    }
}
