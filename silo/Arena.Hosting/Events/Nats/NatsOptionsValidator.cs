using Microsoft.Extensions.Options;

namespace Arena.Hosting.Events.Nats;

/// <summary>Stops the start on an address or a file that cannot be right, with the key, the value and the remedy.</summary>
internal sealed class NatsOptionsValidator : IValidateOptions<NatsOptions>
{
    private static readonly string[] Schemes = ["nats", "tls", "ws", "wss"];

    public ValidateOptionsResult Validate(string? name, NatsOptions options)
    {
        List<string> faults = [];
        foreach (var url in (options.Url ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || !Schemes.Contains(server.Scheme))
                faults.Add($"{NatsOptions.Section}:{nameof(options.Url)} has '{url}'; give addresses like nats://10.0.0.5:4222, separated by commas.");
            else if (server.UserInfo.Length > 0)
                faults.Add($"{NatsOptions.Section}:{nameof(options.Url)} holds a password; name a file in {NatsOptions.Section}:{nameof(options.CredentialsFile)} instead.");
        }
        if (options.CredentialsFile is { } file && !File.Exists(file))
            faults.Add($"{NatsOptions.Section}:{nameof(options.CredentialsFile)} is '{file}', which does not exist; give the path of a .creds file.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
