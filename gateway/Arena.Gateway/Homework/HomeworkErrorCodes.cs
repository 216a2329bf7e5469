using Arena.Gateway.Http;

namespace Arena.Gateway.Homework;

/// <summary>Codes of homework as REST answers them.</summary>
internal static class HomeworkErrorCodes
{
    public static ProblemCode AsProblem(this HomeworkErrorCode code) => ProblemCode.Of(code, code switch
    {
        HomeworkErrorCode.UnknownHomework => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    });
}
