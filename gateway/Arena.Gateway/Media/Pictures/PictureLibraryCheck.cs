using NetVips;

namespace Arena.Gateway.Media.Pictures;

/// <summary>Says at the start, and not with the first upload, that pictures cannot be taken.</summary>
internal sealed partial class PictureLibraryCheck(ILogger<PictureLibraryCheck> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!ModuleInitializer.VipsInitialized)
            LogMissing(ModuleInitializer.Exception);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 313, Level = LogLevel.Warning, Message = "libvips cannot be loaded, so uploads of pictures fail. Arena brings it for Linux with glibc on x64 and arm64; elsewhere install libvips 8.13 or newer")]
    private partial void LogMissing(Exception? cause);
}
