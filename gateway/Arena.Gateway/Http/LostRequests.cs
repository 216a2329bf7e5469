using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Arena.Gateway.Http;

/// <summary>
/// Ends the requests of callers whose connection broke while their body was read: the exception handler would write a response to them, and Kestrel
/// would read the rest of a body whose reading has not ended. Both fail with an error in the log, unless the server has noticed by then.
/// </summary>
internal static class LostRequests
{
    /// <summary>Goes after the exception handler.</summary>
    public static IApplicationBuilder UseLostRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var (body, isLost) = (Watch(context), false);
        try
        {
            await next(context);
        }
        catch (ConnectionResetException) when (!context.Response.HasStarted)
        {
            isLost = true;
        }
        // Handlers that the framework writes keep the exception to themselves.
        if ((isLost || body is { IsBroken: true }) && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            context.Abort();
        }
    });

    private static WatchedBody? Watch(HttpContext context)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
            return null;
        WatchedBody body = new(context.Request.BodyReader);
        // As a pipe and as a stream: the framework reads JSON from either.
        context.Request.Body = body.AsStream(leaveOpen: true);
        context.Features.Set<IRequestBodyPipeFeature>(body);
        return body;
    }

    /// <summary>A body that knows whether its connection broke while it was read.</summary>
    private sealed class WatchedBody(PipeReader body) : PipeReader, IRequestBodyPipeFeature
    {
        public bool IsBroken { get; private set; }

        public PipeReader Reader => this;

        public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                return await body.ReadAsync(cancellationToken);
            }
            catch (ConnectionResetException)
            {
                IsBroken = true;
                EndReading();
                throw;
            }
        }

        /// <summary>Kestrel takes a reading that a reset ended for one under way, and reports an error as it discards the rest.</summary>
        private void EndReading()
        {
            try
            {
                body.AdvanceTo(default);
            }
            catch (Exception nothingRead) when (nothingRead is InvalidOperationException or ArgumentException)
            {
                // There is nothing to advance to: all that counts is that the reading has ended.
            }
        }

        public override bool TryRead(out ReadResult result) => body.TryRead(out result);

        public override void AdvanceTo(SequencePosition consumed) => body.AdvanceTo(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => body.AdvanceTo(consumed, examined);

        public override void CancelPendingRead() => body.CancelPendingRead();

        public override void Complete(Exception? exception = null) => body.Complete(exception);
    }
}
