using System.Text.Json;
using System.Text.Json.Serialization;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Http;

/// <summary>What all REST features share: the form of JSON, of refusals, and the description of it all.</summary>
internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ConfigureJson(json.SerializerOptions));
        // Broken requests get the same answer in development and production: through the status code.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        // For every policy that does not say otherwise: the framework's own answer is 503, which says that the server is at fault.
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, _) => await Problems.TooFast(rejected.HttpContext, rejected.Lease).ExecuteAsync(rejected.HttpContext);
        });
        services.AddOpenApi(ApiDescription.Document, ApiDescription.Configure);
        services.AddSingleton(new ProblemCodes(typeof(GameErrorCode))).AddSingleton<ApiDocument>();
        return services;
    }

    /// <summary>Turns unanswered requests into problem details. Goes before everything that may refuse or fail.</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) => app
        .UseRequestBodyDrain()
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = Failures.StatusOf,
            // A caller who sends half a body and hangs up is no fault of the server, and no line in its log.
            SuppressDiagnosticsCallback = context =>
                context.Exception is BadHttpRequestException || context.HttpContext.RequestAborted.IsCancellationRequested,
        })
        .UseLostRequests()
        .UseStatusCodePages();

    /// <summary>The OpenAPI document, at <c>/openapi/v1.json</c>.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes) => routes
        .MapGet(ApiDocument.Route, (ApiDocument document) => document.GetAsync())
        .ExcludeFromDescription()
        .AllowAnonymous();

    /// <summary>Enumerations by name in camelCase, and no member for an absent value.</summary>
    public static void ConfigureJson(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }
}
