using System.Text.Json;
using Arena.Game.Vocabulary;

namespace Arena.Grains.Session;

/// <summary>
/// Answers and their verdicts in bytes: a choice takes one, as does a verdict with the share that goes with it. Everything else is
/// rare. Part of <see cref="SnapshotCodec"/>'s form, and of its name.
/// </summary>
internal static class AnswerCodec
{
    /// <summary>What follows is no choice.</summary>
    private const int Other = 0;

    /// <summary>What follows is the share.</summary>
    private const byte WithShare = 0x80;

    public static void Write(BinaryWriter writer, AnswerValue value)
    {
        if (value is ChoiceAnswer { Option: >= 0 and < int.MaxValue } choice)
        {
            writer.Write7BitEncodedInt(choice.Option + 1);
            return;
        }
        writer.Write7BitEncodedInt(Other);
        writer.Write(JsonSerializer.Serialize(value, JournalJson.Options));
    }

    public static AnswerValue ReadValue(BinaryReader reader)
    {
        var choice = reader.Read7BitEncodedInt();
        return choice != Other
            ? ChoiceAnswer.Of(choice - 1)
            : JsonSerializer.Deserialize<AnswerValue>(reader.ReadString(), JournalJson.Options)!;
    }

    public static void Write(BinaryWriter writer, Verdict verdict, double share)
    {
        var isUsual = share == UsualShare(verdict);
        writer.Write((byte)((byte)verdict | (isUsual ? 0 : WithShare)));
        if (!isUsual)
            writer.Write(share);
    }

    public static Verdict ReadVerdict(BinaryReader reader, out double share)
    {
        var written = reader.ReadByte();
        var verdict = (Verdict)(written & ~WithShare);
        share = (written & WithShare) == 0 ? UsualShare(verdict) : reader.ReadDouble();
        return verdict;
    }

    private static double UsualShare(Verdict verdict) => verdict == Verdict.Correct ? 1 : 0;
}
