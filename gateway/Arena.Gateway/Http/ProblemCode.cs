using System.Text.Json;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Http;

/// <summary>Why REST refused: a code of the game, or of a feature that has codes of its own (<see cref="ProblemCodes"/>).</summary>
/// <param name="Name">The code on the wire, in camelCase.</param>
/// <param name="Status">The status that answers it, unless a route has a better one.</param>
[JsonConverter(typeof(ProblemCodeConverter))]
public readonly record struct ProblemCode(string Name, int Status)
{
    /// <summary>A code of any enumeration.</summary>
    public static ProblemCode Of<TCode>(TCode code, int status)
        where TCode : struct, Enum =>
        new(JsonNamingPolicy.CamelCase.ConvertName(code.ToString()), status);

    /// <summary>A code of the game.</summary>
    public static implicit operator ProblemCode(GameErrorCode code) => Of(code, StatusOf(code));

    private static int StatusOf(GameErrorCode code) => code switch
    {
        GameErrorCode.InvalidMessage or GameErrorCode.OutOfRange => StatusCodes.Status400BadRequest,
        GameErrorCode.InvalidToken => StatusCodes.Status401Unauthorized,
        GameErrorCode.NotHost or GameErrorCode.NotSeated or GameErrorCode.NotAllowed => StatusCodes.Status403Forbidden,
        GameErrorCode.UnknownQuiz or GameErrorCode.UnknownSession => StatusCodes.Status404NotFound,
        GameErrorCode.ImportExpired => StatusCodes.Status410Gone,
        GameErrorCode.InvalidQuiz => StatusCodes.Status422UnprocessableEntity,
        GameErrorCode.TooFast or GameErrorCode.DailyStorageSpent or GameErrorCode.TooManyGuestSessions or GameErrorCode.TooManyConnections => StatusCodes.Status429TooManyRequests,
        GameErrorCode.TooManySessions or GameErrorCode.Overloaded or GameErrorCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        GameErrorCode.OutcomeUnknown => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status409Conflict,
    };
}
