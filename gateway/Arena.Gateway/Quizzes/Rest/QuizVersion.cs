using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Which state of a quiz a client has seen: the instant of its last change, which grows by a millisecond at least with each one.</summary>
/// <param name="UpdatedAt">In whole milliseconds.</param>
internal sealed record QuizVersion(DateTimeOffset UpdatedAt)
{
    public static QuizVersion First(DateTimeOffset now) => new(DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()));

    /// <summary>The version after this one, also when the clock was set back.</summary>
    public QuizVersion Next(DateTimeOffset now)
    {
        QuizVersion fresh = First(now);
        return fresh.UpdatedAt > UpdatedAt ? fresh : new(UpdatedAt.AddMilliseconds(1));
    }

    public EntityTagHeaderValue ToETag() =>
        new(string.Create(CultureInfo.InvariantCulture, $"\"{UpdatedAt.ToUnixTimeMilliseconds():x}\""));

    public bool IsAmong(IEnumerable<EntityTagHeaderValue> seen)
    {
        EntityTagHeaderValue mine = ToETag();
        return seen.Any(tag => tag == EntityTagHeaderValue.Any || tag.Compare(mine, useStrongComparison: true));
    }
}
