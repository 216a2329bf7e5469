using System.Security.Cryptography;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Reading;

/// <summary>What a draft names a medium by that is in its file.</summary>
internal static class MediaId
{
    public static string Of(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text))[..Medium.NameLength];
}
