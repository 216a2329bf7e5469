using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Arena.Gateway.Http;

/// <summary>The OpenAPI document, generated once: generating costs far more than an anonymous request may.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider provider)
{
    public const string Route = $"/openapi/{ApiDescription.Document}.json";

    private const string ContentType = "application/json;charset=utf-8";

    private readonly Lazy<Task<byte[]>> _json = new(() => GenerateAsync(provider));

    public async Task<IResult> GetAsync() => TypedResults.Bytes(await _json.Value, ContentType);

    private static async Task<byte[]> GenerateAsync(IOpenApiDocumentProvider provider)
    {
        OpenApiDocument document = await provider.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return json.ToArray();
    }
}
