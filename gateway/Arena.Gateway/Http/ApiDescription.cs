using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Arena.Gateway.Http;

/// <summary>What the OpenAPI document says beside the single routes.</summary>
internal static class ApiDescription
{
    public const string Document = "v1";

    private const string Scheme = "author";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemCode))
            {
                schema.Type = JsonSchemaType.String;
                schema.Enum = [.. context.ApplicationServices.GetServices<ProblemCodes>().SelectMany(codes => codes.Names).Select(name => (JsonNode)name)];
            }
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }];
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Arena";
        document.Info.Description =
            "Quizzes and their authors. Every answer from 400 on is problem details (RFC 9457, application/problem+json) with a `code` "
            + "from one closed list, which clients translate; a refused request has changed nothing. Games are played over the hub.";
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The `accessToken` of `POST /api/authors`, or of a signed-in account, as `Authorization: Bearer <accessToken>`; "
                    + "or an API key of an account, in the same place, for the routes of its scopes.",
            },
        };
    }
}
