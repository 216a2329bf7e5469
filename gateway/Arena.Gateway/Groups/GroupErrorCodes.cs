using Arena.Gateway.Http;

namespace Arena.Gateway.Groups;

/// <summary>Codes of groups as REST answers them.</summary>
internal static class GroupErrorCodes
{
    public static ProblemCode AsProblem(this GroupErrorCode code) => ProblemCode.Of(code, code switch
    {
        GroupErrorCode.UnknownGroup => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    });
}
