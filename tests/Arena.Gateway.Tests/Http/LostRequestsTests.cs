using System.Buffers;
using System.IO.Pipelines;
using Arena.Gateway.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Http;

/// <summary>A request whose connection broke while its body was read is aborted, however its handler reads and whatever it does with the exception.</summary>
public sealed class LostRequestsTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_request_whose_body_broke_off_is_aborted(bool readsStream, bool keepsException)
    {
        Request request = new(new ConnectionResetException("The connection was reset."));
        await request.RunAsync(async context =>
        {
            try
            {
                await ReadAsync(context.Request, readsStream);
            }
            catch (IOException) when (keepsException)
            {
                return;
            }
        });
        Assert.Equal((true, StatusCodes.Status499ClientClosedRequest), (request.IsAborted, request.StatusCode));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_whole_body_is_read_as_it_was_sent(bool readsStream)
    {
        Request request = new(fault: null);
        var read = 0L;
        await request.RunAsync(async context => read = await ReadAsync(context.Request, readsStream));
        Assert.Equal((Request.Length, false, StatusCodes.Status200OK), (read, request.IsAborted, request.StatusCode));
    }

    private static async Task<long> ReadAsync(HttpRequest request, bool readsStream)
    {
        if (readsStream)
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return body.Length;
        }
        for (var length = 0L; ;)
        {
            var part = await request.BodyReader.ReadAsync();
            length += part.Buffer.Length;
            request.BodyReader.AdvanceTo(part.Buffer.End);
            if (part.IsCompleted)
                return length;
        }
    }

    /// <summary>One whose body ends after some bytes, well or with a fault.</summary>
    private sealed class Request : IHttpRequestLifetimeFeature, IHttpRequestBodyDetectionFeature
    {
        public const long Length = 3;

        private readonly DefaultHttpContext _context = new();

        public Request(Exception? fault)
        {
            Pipe body = new();
            body.Writer.Write<byte>([1, 2, 3]);
            body.Writer.Complete(fault);
            _context.Request.Body = body.Reader.AsStream();
            _context.Features.Set<IHttpRequestLifetimeFeature>(this);
            _context.Features.Set<IHttpRequestBodyDetectionFeature>(this);
        }

        public bool IsAborted { get; private set; }

        public int StatusCode => _context.Response.StatusCode;

        public CancellationToken RequestAborted { get; set; }

        public bool CanHaveBody => true;

        public void Abort() => IsAborted = true;

        public async Task RunAsync(RequestDelegate handler)
        {
            await using var services = new ServiceCollection().BuildServiceProvider();
            ApplicationBuilder app = new(services);
            app.UseLostRequests().Run(handler);
            await app.Build()(_context);
        }
    }
}
