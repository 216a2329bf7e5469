using Arena.Grains.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Arena.Cluster.Tests.Support;

/// <summary>A session of which a host's journal has events, as its owner writes them.</summary>
internal static class OneSession
{
    private const string Code = "AAAAAA";

    public static Task<CreateResult> CreateSessionAsync(this IHost host, Guid session, string payload = "{}") =>
        host.Services.GetRequiredService<ISessionJournal>().CreateAsync(new(session, Code, Guid.NewGuid(), "{}", 0), new("created.1", payload, 0), default);

    /// <summary>Appends an event. Another owner may have opened the journal meanwhile, because live sessions are woken.</summary>
    public static async Task AppendAsync(this IHost host, string payload = "{}")
    {
        var journal = host.Services.GetRequiredService<ISessionJournal>();
        AppendResult result;
        do
        {
            var opened = (await journal.OpenAsync(Code, default))!;
            result = await journal.AppendAsync(new(opened.SessionId, opened.Epoch, opened.Version, [new("happened.1", payload, 0)]), default);
        }
        while (result != AppendResult.Appended);
    }
}
