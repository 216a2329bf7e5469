using System.Threading.RateLimiting;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.ApiKeys;

/// <summary>How often one key may be used, from however many addresses.</summary>
internal sealed class ApiKeyRate(IOptions<AccountOptions> options) : IMiddleware, IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _uses = PartitionedRateLimiter.Create<Guid, Guid>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new()
        {
            PermitLimit = options.Value.ApiKeyRequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity?.AuthenticationType != ApiKeyAuthentication.SchemeName)
        {
            await next(context);
            return;
        }
        using var lease = _uses.AttemptAcquire(context.User.SignIn()!.Value);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        await Problems.TooFast(context, lease).ExecuteAsync(context);
    }

    public void Dispose() => _uses.Dispose();
}
