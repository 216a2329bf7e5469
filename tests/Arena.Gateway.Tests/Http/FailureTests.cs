using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Json;
using System.Text.Json;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Arena.TestKit.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Http;

/// <summary>A failure has one code and one form, whether the hub or REST met it.</summary>
public sealed class FailureTests
{
    public static TheoryData<string, string, int> Failing => new()
    {
        { nameof(TimeoutException), "outcomeUnknown", 504 },
        { nameof(SiloUnavailableException), "unavailable", 503 },
        { nameof(LimitExceededException), "overloaded", 503 },
        { nameof(OperationCanceledException), "unavailable", 503 },
        { nameof(InvalidOperationException), "outcomeUnknown", 500 },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task The_hub_and_REST_give_a_failure_the_same_code_and_the_trace(string failure, string code, int status)
    {
        using var traced = Trace();
        await using var app = await StartAsync();
        var server = new Uri(app.Urls.Single());
        await using var hub = await HubClient.ConnectAsync(server);
        var reply = JsonDocument.Parse((await hub.CallAsync(nameof(FailingHub.Fail), failure)).Raw).RootElement.GetProperty("result");
        using var client = new HttpClient { BaseAddress = server };
        using var response = await client.PostAsync($"/fail/{failure}", null, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        var refusal = reply.GetProperty("refusal");
        Assert.Equal((code, code, status), (refusal.GetProperty("code").GetString(), problem.GetProperty("code").GetString(), (int)response.StatusCode));
        Assert.Equal((32, 32), (refusal.GetProperty("traceId").GetString()!.Length, problem.GetProperty("traceId").GetString()!.Length));
    }

    [Fact]
    public async Task A_request_that_only_reads_has_no_unknown_outcome()
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var response = await client.GetAsync($"/fail/{nameof(InvalidOperationException)}", TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("unavailable", 500), (problem.GetProperty("code").GetString(), (int)response.StatusCode));
    }

    [Fact]
    public void What_the_hub_says_of_a_refusal_has_the_same_name_and_type_in_REST()
    {
        var rest = typeof(ArenaProblem).GetProperties().ToDictionary(member => member.Name, member => member.PropertyType);
        foreach (var member in typeof(RefusalBody).GetProperties())
        {
            // Codes of REST are those of the game and of the features; only the hub has a queue.
            if (member.Name is nameof(RefusalBody.Code) or nameof(RefusalBody.Place))
                continue;
            Assert.Equal(member.PropertyType, rest[member.Name]);
        }
    }

    /// <summary>As a server does that exports telemetry.</summary>
    private static ActivityListener Trace()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOptions<GatewayOptions>();
        builder.Services.AddApi();
        builder.Services.AddSignalR(hub => hub.AddFilter<HubBoundaryFilter>()).AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        var app = builder.Build();
        app.UseApi();
        app.MapHub<FailingHub>("/hubs/game");
        app.MapMethods("/fail/{failure}", ["GET", "POST"], (string failure) => Throw(failure));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static IResult Throw(string failure) => throw (failure switch
    {
        nameof(TimeoutException) => new TimeoutException(),
        nameof(SiloUnavailableException) => new SiloUnavailableException(),
        nameof(LimitExceededException) => new LimitExceededException(),
        nameof(OperationCanceledException) => new OperationCanceledException(),
        _ => new InvalidOperationException(),
    });

    public sealed class FailingHub : Hub
    {
        [SuppressMessage("Performance", "CA1822", Justification = "SignalR calls instance methods")]
        public Task<Reply<Done>> Fail(string failure)
        {
            Throw(failure);
            return Task.FromResult(new Reply<Done>(null, null));
        }
    }
}
