using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Arena.Storage.Webhooks;

/// <summary>The body of a message, as <c>docs/webhooks.md</c> promises it: never a nickname, an answer or a key.</summary>
/// <param name="Type">One of <see cref="WebhookTypes"/>.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Data">What happened.</param>
public sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, object Data)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The body's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The id of the message about an event of a game: each endpoint has one for each type and game.</summary>
    public static string IdOf(Guid endpoint, Guid session, string type)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{endpoint:N} {session:N} {type}"));
        return $"msg_{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
    }

    /// <summary>An id of its own, for a message about nothing that happened.</summary>
    public static string NewId() => $"msg_{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
}

/// <summary>Of <see cref="WebhookTypes.GameStarted"/>.</summary>
/// <param name="GameId">The game, as in the reports.</param>
/// <param name="QuizId">The quiz that is played.</param>
/// <param name="QuizTitle">Its title, or null if it is gone.</param>
/// <param name="Players">How many had joined when the message was made.</param>
internal sealed record GameStartedData(Guid GameId, Guid QuizId, string? QuizTitle, int Players);

/// <summary>Of <see cref="WebhookTypes.GameEnded"/>.</summary>
/// <param name="GameId">The game, as in the reports.</param>
/// <param name="QuizId">The quiz that was played.</param>
/// <param name="QuizTitle">Its title, or null if it is gone.</param>
/// <param name="StartedAt">When the first question was announced, or null if none was.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Players">Seats that were taken.</param>
/// <param name="Answers">Answers that were accepted.</param>
/// <param name="Points">The sum of all scores.</param>
internal sealed record GameEndedData(
    Guid GameId, Guid QuizId, string? QuizTitle, DateTimeOffset? StartedAt, DateTimeOffset EndedAt, int Players, int Answers, long Points);
