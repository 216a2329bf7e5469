using Arena.Storage.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Webhooks;

/// <summary>Lets the sender look for due messages as often as configured. Runs on every silo of consumers: each claims what it sends.</summary>
internal sealed partial class WebhookService(WebhookSender sender, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.PollMs), time);
        IReadOnlyCollection<Task> sending = [];
        try
        {
            do
            {
                try
                {
                    sending = await sender.StartDueAsync(stoppingToken);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    LogNotRead(failure);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(sending);
        }
    }

    [LoggerMessage(EventId = 166, Level = LogLevel.Warning, Message = "The outbox of the webhooks could not be read; the next round tries again")]
    private partial void LogNotRead(Exception cause);
}
