using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Authority;

/// <summary>A connection to the hub in each of the roles.</summary>
internal sealed record HubRoles(HubClient Hub, string Credential) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    public static async Task<HubRoles> ConnectAsync(PlayHost arena, RoleFixture roles, string role)
    {
        var hub = await arena.ConnectAsync();
        switch (role)
        {
            case "player":
                return new(hub, (await hub.JoinAsync(roles.Session.Code, "Pat")).Accepted.GetProperty("seatToken").GetString()!);
            case "host" or "co-host":
                _ = (await hub.AttachAsync(roles.HostKey(role))).Accepted;
                return new(hub, roles.HostKey(role));
            case "screen":
                _ = (await hub.WatchAsync(roles.ScreenToken)).Accepted;
                return new(hub, roles.ScreenToken);
            case "former":
                await using (var context = await arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync())
                    await context.AuthSessions.Where(row => row.Id == roles.SignIn("host")).ExecuteDeleteAsync();
                return new(hub, roles.HostKey("host"));
            default:
                return new(hub, "garbage");
        }
    }

    /// <summary>Valid arguments, with the credential of the role.</summary>
    public static object?[] Arguments(string method, RoleFixture roles, HubRoles caller) => method switch
    {
        "Find" => [roles.Session.Code],
        "SuggestName" => [new { code = roles.Session.Code, language = "fr" }],
        "Join" => [new { code = roles.Session.Code, nickname = "Kim", operationId = Guid.NewGuid() }],
        "TakeSeat" => [new { code = roles.Session.Code, handoverCode = "000000", operationId = Guid.NewGuid() }],
        "OfferSeat" => [new { seat = 999 }],
        "Resume" => [new { seatToken = caller.Credential }],
        "Answer" => [new { round = 0, answer = new { kind = "choice", option = 0 }, operationId = Guid.NewGuid() }],
        "Next" => [new { step = 0 }],
        "UseHint" => [new { round = 0, operationId = Guid.NewGuid() }],
        "UsePowerUp" => [new { round = 0, kind = "shield", operationId = Guid.NewGuid() }],
        "ChangeFace" => [new { from = 0, to = 7 }],
        "React" => [new { reaction = "clap" }],
        "Pong" => [1],
        "Watch" => [new { token = caller.Credential }],
        "Attach" => [new { hostKey = caller.Credential }],
        "Command" => [new { operationId = Guid.NewGuid(), step = 0, action = new { kind = "lock" } }],
        _ => [],
    };
}
