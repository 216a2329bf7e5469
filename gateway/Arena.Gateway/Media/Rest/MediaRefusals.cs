using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Arena.Gateway.Media.Rest;

/// <summary>Refusals as REST answers them.</summary>
internal static class MediaRefusals
{
    public static ProblemHttpResult Of(MediaRefusal refusal) => Problems.Of(refusal.Code.AsProblem(), detail: refusal.Detail, limit: refusal.Limit);
}
