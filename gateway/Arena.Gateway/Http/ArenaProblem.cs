using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Http;

/// <summary>Problem details (RFC 9457) with the code that clients go by. Its texts are for developers.</summary>
public class ArenaProblem : ProblemDetails
{
    /// <summary>Why it was not done, to be translated by the client. What was refused has changed nothing.</summary>
    public required ProblemCode Code { get; init; }

    /// <summary>The limit that was met: bytes, or a number of things.</summary>
    public long? Limit { get; init; }
}
