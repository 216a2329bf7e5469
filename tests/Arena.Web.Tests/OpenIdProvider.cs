using System.Diagnostics;
using System.Globalization;
using Arena.TestKit.Processes;

namespace Arena.Web.Tests;

/// <summary>A provider of OpenID Connect that others wrote, as a process of its own in Twitch's place, and its pages in a browser.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private const string ClientId = "arena";
    private const string ClientSecret = "a secret between Arena and the provider";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _authority;

    private OpenIdProvider(Process process, string authority) => (_process, _authority) = (process, authority);

    /// <summary>For the Arena that people sign in to.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Arena:Twitch:Authority"] = _authority,
        ["Arena:Twitch:ClientId"] = ClientId,
        ["Arena:Twitch:ClientSecret"] = ClientSecret,
    };

    /// <param name="arenaPort">Where Arena will be, by the name <c>localhost</c>: another site than the provider's, which goes by its address.</param>
    public static async Task<OpenIdProvider> StartAsync(int arenaPort)
    {
        var port = FreePorts.Next();
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.At("tests", "Arena.Web.Tests", "OpenIdProvider"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["provider.js", port.ToString(CultureInfo.InvariantCulture), $"http://localhost:{arenaPort}/api/account/sessions/twitch/callback", ClientId, ClientSecret])
            start.ArgumentList.Add(argument);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data == "The provider is ready.")
                ready.TrySetResult();
        };
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The provider ended with {process.ExitCode}."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartPatience);
        return new(process, $"http://127.0.0.1:{port}");
    }

    /// <summary>On the provider's pages: says who one is, and that Arena may know.</summary>
    public static async Task ConfirmAsync(IPage page, string person)
    {
        await page.Locator("input[name=login]").FillAsync(person);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("input[name=prompt][value=consent]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("button[type=submit]").ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
