using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>Sends mail while the gateway runs, if mail is on.</summary>
internal sealed partial class MailService(MailSender sender, IOptions<MailOptions> options, TimeProvider time, ILogger<MailService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            LogOff(MailOptions.Section, nameof(MailOptions.Host));
            return;
        }
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sender.SendDueAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogPassFailed(failed);
            }
        }
    }

    [LoggerMessage(EventId = 270, Level = LogLevel.Information, Message = "Mail is off: {Section}:{Key} names no SMTP server. Pages offer no mail")]
    private partial void LogOff(string section, string key);

    [LoggerMessage(EventId = 273, Level = LogLevel.Warning, Message = "The outgoing mail could not be read or written; the next pass tries again")]
    private partial void LogPassFailed(Exception cause);
}
