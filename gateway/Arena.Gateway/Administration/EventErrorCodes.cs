using Arena.Gateway.Http;

namespace Arena.Gateway.Administration;

/// <summary>Codes of the event bus as REST answers them.</summary>
internal static class EventErrorCodes
{
    public static ProblemCode AsProblem(this EventErrorCode code) => ProblemCode.Of(code, StatusCodes.Status404NotFound);
}
