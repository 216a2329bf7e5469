using Arena.Gateway.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Arena.Gateway.Tests.Http;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_description_is_generated_once_however_many_ask_for_it()
    {
        var provider = new CountingProvider();
        var document = new ApiDocument(provider);
        IResult[] replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => document.GetAsync()));
        Assert.Equal(1, provider.Generated);
        Assert.All(replies, reply => Assert.Equal(((FileContentHttpResult)replies[0]).FileContents, ((FileContentHttpResult)reply).FileContents));
    }

    private sealed class CountingProvider : IOpenApiDocumentProvider
    {
        private int _generated;

        public int Generated => _generated;

        public async Task<OpenApiDocument> GetOpenApiDocumentAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _generated);
            await Task.Yield();
            return new() { Info = new() { Title = "Arena", Version = "1" }, Paths = [] };
        }
    }
}
