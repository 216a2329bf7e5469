using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Arena.Load.Crowds.Floor;

/// <summary>The process of the floor.</summary>
internal static class FloorServer
{
    public const string Ready = "ready";

    /// <summary>How far ahead a question is published, as in Arena.</summary>
    public const int LeadMs = 600;

    public static async Task RunAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.Urls.Add(address);
        app.MapHub<FloorHub>("/hubs/game", hub => hub.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets);
        await app.StartAsync();
        Console.WriteLine(Ready);
        await Console.In.ReadLineAsync();
    }
}
