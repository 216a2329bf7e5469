using System.Net;
using Arena.Hosting.Webhooks;
using Arena.Storage;
using Arena.Storage.Model;
using Arena.Storage.Webhooks;
using Arena.TestKit.VirtualTime;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Cluster.Tests.Webhooks;

/// <summary>The sender over a real outbox and real sockets, in virtual time; rounds are run by the test.</summary>
internal sealed class WebhookFixture : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private WebhookFixture(IHost host, string folder, ManualTimeProvider time) => (_host, _folder, Time) = (host, folder, time);

    /// <summary>Signatures are verified by a library with a clock of its own.</summary>
    public ManualTimeProvider Time { get; }

    public WebhookSender Sender => _host.Services.GetRequiredService<WebhookSender>();

    public WebhookQueue Queue => _host.Services.GetRequiredService<WebhookQueue>();

    /// <param name="allowsPrivateNetworks">Receivers of tests are on this machine.</param>
    /// <param name="resolve">Where names lead.</param>
    /// <param name="settings">Of the section of the webhooks.</param>
    public static async Task<WebhookFixture> StartAsync(
        bool allowsPrivateNetworks = true, Func<string, IPAddress[]>? resolve = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("arena-webhooks-").FullName;
        var time = new ManualTimeProvider(DateTimeOffset.UtcNow);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Arena:Storage:Path"] = Path.Combine(folder, "arena.db"),
            ["Arena:Webhooks:AllowPrivateNetworks"] = allowsPrivateNetworks.ToString(),
            ["Arena:Webhooks:QuickRetries"] = "0",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"Arena:Webhooks:{setting.Key}", setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(time).AddArenaStorage(builder.Configuration).AddWebhookSender(builder.Configuration);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        if (resolve is not null)
            builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<WebhookConnector>(
                services, (Func<string, CancellationToken, Task<IPAddress[]>>)((name, _) => Task.FromResult(resolve(name)))));
        var fixture = new WebhookFixture(builder.Build(), folder, time);
        await fixture._host.StartAsync(TestContext.Current.CancellationToken);
        return fixture;
    }

    /// <summary>A sender as another silo has it.</summary>
    public WebhookSender AnotherSender() => ActivatorUtilities.CreateInstance<WebhookSender>(_host.Services);

    /// <summary>An account's endpoint.</summary>
    public async Task<(Guid Id, string Secret)> EndpointAsync(Uri url, Action<WebhookEndpointRow>? change = null)
    {
        var (secret, kept) = _host.Services.GetRequiredService<WebhookSecrets>().Draw();
        var user = Guid.NewGuid();
        await using var context = Context();
        context.Users.Add(new() { Id = user, Username = $"{user:N}", CreatedAt = Time.GetUtcNow() });
        var row = new WebhookEndpointRow
        {
            Id = Guid.NewGuid(),
            UserId = user,
            Url = url.AbsoluteUri,
            Events = WebhookTypes.GameEnded,
            Secret = kept,
            CreatedAt = Time.GetUtcNow(),
        };
        change?.Invoke(row);
        context.WebhookEndpoints.Add(row);
        await context.SaveChangesAsync();
        return (row.Id, secret);
    }

    /// <summary>A message that is due now.</summary>
    public async Task AddAsync(Guid endpoint, string message = "msg_1")
    {
        await using var context = Context();
        context.WebhookDeliveries.Add(new()
        {
            EndpointId = endpoint,
            MessageId = message,
            Type = WebhookTypes.GameEnded,
            Payload = """{"type":"game.ended"}""",
            CreatedAt = Time.GetUtcNow(),
            NextAt = Time.GetUtcNow(),
        });
        await context.SaveChangesAsync();
    }

    /// <summary>One round, to its end.</summary>
    public async Task SendAsync() => await Task.WhenAll(await Sender.StartDueAsync(default));

    public async Task<WebhookDeliveryRow> DeliveryAsync(string message = "msg_1")
    {
        await using var context = Context();
        return await context.WebhookDeliveries.AsNoTracking().SingleAsync(row => row.MessageId == message);
    }

    public async Task<WebhookEndpointRow> EndpointAsync(Guid id)
    {
        await using var context = Context();
        return await context.WebhookEndpoints.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public (string Secret, string Kept) DrawSecret() => _host.Services.GetRequiredService<WebhookSecrets>().Draw();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ArenaDbContext Context() => _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContext();
}
