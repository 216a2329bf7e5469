namespace Arena.Gateway.Http;

/// <summary>The framework's rate limiting, which does not keep a stopped application in memory.</summary>
internal static class RequestRates
{
    /// <summary>
    /// The framework never disposes the limiter of its middleware. The limiter's timer keeps the context in which it was created, and the rest of
    /// the pipeline with all services: so it is created without a context, and loses the rest when the application has stopped.
    /// </summary>
    public static IApplicationBuilder UseRequestRates(this IApplicationBuilder app)
    {
        var stopped = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped;
        return app.Use(next =>
        {
            stopped.Register(() => next = _ => throw new ObjectDisposedException(nameof(IApplicationBuilder)));
            using var noContext = ExecutionContext.SuppressFlow();
            return app.New().UseRateLimiter().Use(_ => context => next(context)).Build();
        });
    }
}
