using Arena.Gateway.Http;

namespace Arena.Gateway.Webhooks;

/// <summary>Codes of webhooks as REST answers them.</summary>
internal static class WebhookErrorCodes
{
    public static ProblemCode AsProblem(this WebhookErrorCode code) => ProblemCode.Of(code, code switch
    {
        WebhookErrorCode.WebhookUrlInvalid => StatusCodes.Status400BadRequest,
        WebhookErrorCode.WebhookDisabled => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status404NotFound,
    });
}
