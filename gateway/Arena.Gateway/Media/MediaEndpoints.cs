using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Media.Rest;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace Arena.Gateway.Media;

/// <summary>The routes of media, and what the API's description says of them.</summary>
internal static class MediaEndpoints
{
    public const string Route = "/api/media";

    /// <summary>Where they are served.</summary>
    public const string Served = "/media";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        var media = routes.MapGroup(Route)
            .WithTags("Media")
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        media.MapPost("", MediaUploads.UploadAsync)
            .AddEndpointFilter<MediaRefusalFilter>()
            .WithMetadata(RequestCost.Medium)
            .RequireAuthorization(Access.WriteQuizzes)
            // The body is bounded where it is read. The server's own limit would cut the connection before the refusal is read.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithName("uploadMedium")
            .WithSummary("Adds a picture, a sound or a short video to the author's library")
            .WithDescription("The body is the file as it is. It is recognised by its content, whatever the content type says: JPEG, PNG, WebP, AVIF, GIF, MP3, Ogg "
                + "(Vorbis, Opus), M4A, MP4 and WebM. Pictures are encoded again, without metadata; the rest is stored as it is. The same file again answers 200.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                DescribeBody(operation);
                return Task.CompletedTask;
            })
            .Produces<MediumReply>(StatusCodes.Status201Created)
            .Produces<MediumReply>()
            .ProducesArenaProblem(
                StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable, StatusCodes.Status507InsufficientStorage);

        media.MapGet("", LibraryRequests.ListAsync)
            .RequireAuthorization(Access.ReadQuizzes)
            .WithName("listMedia")
            .WithSummary("The author's media, the last uploaded first, 100 a page")
            .Produces<MediaPage>()
            .ProducesArenaProblem(StatusCodes.Status400BadRequest);

        media.MapPut("/{name}", LibraryRequests.DescribeAsync)
            .RequireAuthorization(Access.WriteQuizzes)
            .WithName("describeMedium")
            .WithSummary("Changes what the author's library says of a medium; quizzes that use it keep their own texts")
            .Accepts<MediumTexts>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

        media.MapDelete("/{name}", LibraryRequests.RemoveAsync)
            .RequireAuthorization(Access.WriteQuizzes)
            .WithName("removeMedium")
            .WithSummary("Takes a medium out of the author's library, unless a quiz of the author uses it")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        media.MapPost("/unused/removal", LibraryRequests.RemoveUnusedAsync)
            .RequireAuthorization(Access.WriteQuizzes)
            .WithName("removeUnusedMedia")
            .WithSummary("Takes all media out of the author's library that no quiz of the author uses")
            .Produces<RemovedMedia>();

        routes.MapMethods($"{Served}/{{name}}", Reads, MediaReads.GetAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapMethods($"{Served}/{{name}}/{{width:int}}", Reads, MediaReads.GetSizeAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>A body that is streamed is not bound, so the API's description is given here.</summary>
    private static void DescribeBody(OpenApiOperation operation) => operation.RequestBody = new OpenApiRequestBody
    {
        Description = "The file, of any content type.",
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
        },
    };
}
