using NpgsqlTypes;

namespace Arena.Storage.Copying;

/// <summary>Orleans' tables, which are not part of the relational model: only Orleans' providers read and write them.</summary>
internal static class OrleansTables
{
    /// <summary>The persistent states of grains, for a copy.</summary>
    public static CopyTable GrainStates { get; } = new(
        "orleansstorage",
        [
            Text("serviceid"), Text("graintypestring"), Text("grainidextensionstring"), new("grainidn0", NpgsqlDbType.Bigint),
            new("grainidn1", NpgsqlDbType.Bigint), new("payloadbinary", NpgsqlDbType.Bytea), new("version", NpgsqlDbType.Integer),
        ],
        [
            Text("serviceid"), Text("graintypestring"), Text("grainidextensionstring"), new("grainidn0", NpgsqlDbType.Bigint),
            new("grainidn1", NpgsqlDbType.Bigint),
        ],
        Sequence: null);

    private static CopyColumn Text(string name) => new(name, NpgsqlDbType.Text);
}
