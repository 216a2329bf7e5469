using System.Net.Sockets;
using Arena.Storage.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Arena.Hosting.Hosts;

/// <summary>Runs until the process is asked to stop. A failed start prints its reason in a sentence instead of a stack trace.</summary>
public static class HostRunner
{
    private const int ConfigurationError = 78;

    /// <summary>
    /// Settings are checked at the start and hold until the end. Watching their folder for changes would wake a thread at every write of a
    /// database that lies in it.
    /// </summary>
    private const string SettingsReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <param name="args">Of the command line.</param>
    /// <param name="compose">Puts the process together, from the arguments it is given. A configuration that cannot work may show here as well.</param>
    /// <returns>The exit code: 0 after an orderly stop, what the process set if it had to end, 78 for a configuration that cannot work.</returns>
    public static async Task<int> UntilStoppedAsync(string[] args, Func<string[], IHost> compose)
    {
        ArgumentNullException.ThrowIfNull(compose);
        try
        {
            await compose([SettingsReadOnce, .. args]).RunAsync();
            return Environment.ExitCode;
        }
        catch (Exception refused) when (refused is OptionsValidationException or StorageException or OrleansConfigurationException)
        {
            return await RefuseAsync(refused.Message);
        }
        catch (Exception refused) when (refused.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
        {
            return await RefuseAsync($"{refused.Message} Another program uses this port: stop it, or choose another one by the key Urls, as in --Urls http://*:5081");
        }
        catch (Exception refused) when (refused.GetBaseException() is SocketException { SocketErrorCode: SocketError.AccessDenied })
        {
            return await RefuseAsync($"{refused.Message} The system keeps this port from ordinary programs: choose one above 1023 by the key Urls, as in --Urls http://*:5080");
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync($"Arena does not start: {why}");
        return ConfigurationError;
    }
}
