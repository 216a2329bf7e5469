using Microsoft.AspNetCore.Mvc;

namespace Arena.Gateway.Http;

/// <summary>
/// Problem details (RFC 9457) with the code that clients go by. Its texts are for developers. What the hub's refusals have as well
/// (code, when to try again, trace) has the same name and form there.
/// </summary>
public class ArenaProblem : ProblemDetails
{
    /// <summary>Why it was not done, to be translated by the client. A refused request has changed nothing.</summary>
    public required ProblemCode Code { get; init; }

    /// <summary>The limit that was met: bytes, or a number of things.</summary>
    public long? Limit { get; init; }

    /// <summary>When trying again makes sense, in milliseconds; the header <c>Retry-After</c> says the same in whole seconds.</summary>
    public int? RetryAfterMs { get; init; }

    /// <summary>The trace of the request: quote it to the operator.</summary>
    public string? TraceId { get; set; }
}
