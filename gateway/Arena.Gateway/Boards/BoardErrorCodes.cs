using Arena.Gateway.Http;

namespace Arena.Gateway.Boards;

/// <summary>Codes of boards as REST answers them.</summary>
internal static class BoardErrorCodes
{
    public static ProblemCode AsProblem(this BoardErrorCode code) => ProblemCode.Of(code, StatusCodes.Status404NotFound);
}
