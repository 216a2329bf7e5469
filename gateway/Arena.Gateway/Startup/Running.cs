using Arena.Storage;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Startup;

/// <summary>Runs until the process is told to stop. What cannot start says why, in a sentence, and does not look like a crash.</summary>
internal static class Running
{
    private const int ConfigurationError = 78;

    public static async Task<int> RunUntilStoppedAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception refused) when (refused is OptionsValidationException or StorageException)
        {
            await Console.Error.WriteLineAsync($"Arena does not start: {refused.Message}");
            return ConfigurationError;
        }
    }
}
