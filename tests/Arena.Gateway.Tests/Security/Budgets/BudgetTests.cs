using System.Buffers;
using System.Text;
using Arena.Gateway.Play;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;
using Arena.Gateway.Tests.Authority;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>
/// No input costs more than its budget of processor time and memory, whatever it holds: files, messages of the hub, bodies of requests.
/// ARENA_SEED=n draws other input.
/// </summary>
[Collection(WorkBudget.Alone)]
public sealed class BudgetTests : IAsyncDisposable
{
    private const int LargestFile = 4 * 1024 * 1024;
    private const int LargestMessage = 128 * 1024;
    private const int LargestBody = 64 * 1024;
    private const int Files = 12;
    private const int Messages = 2_000;
    private const int Sent = 100;
    private const int BodiesARoute = 8;

    private static readonly string[] Fragments =
    [
        "#Q ", "^ ", "A ", "\n", "\r\n", "{", "}", "[", "]", ",", ":", "0", "\"", "\"label\":\"a\"", "\"prompt\":", "\"questions\":[", "{\"options\":[", "\\ud800", "\\u0301",
        "Question,Answer 1,Answer 2,Correct\n", "a,b,c,1\n", ";", "ANSWER: A\n", "A) ", "::t::", "{=a ~b}", "~", "=", "####", "<p>", "<quiz>",
        "<question type=\"multichoice\">", "<text>", "</text>", "<assessmentItem>", "{\"results\":[", "\"solutions\":[", "\"answers\":[",
        "a", "€", "\u0316\u0300", "\uFEFF", "&amp;", " ", "\0", "\u2028",
    ];

    private readonly int _seed = TestSeed.Value;

    private readonly PlayHost _arena = new(PlayHost.Unlimited) { RunsConsumers = true };

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public void No_file_costs_more_than_its_budget()
    {
        var random = new Random(_seed);
        for (var number = 0; number < Files; number++)
        {
            string[] few = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Fragments[random.Next(Fragments.Length)])];
            var start = random.Next(2) == 0 ? "{\"arena\":1,\"title\":\"x\",\"questions\":[" : "";
            var text = new StringBuilder(start, LargestFile);
            while (text.Length < LargestFile / 2)
                text.Insert(text.Length, few[random.Next(few.Length)], random.Next(1, 10_000));
            var file = Encoding.UTF8.GetBytes(text.ToString()).AsMemory();
            file = file[..Math.Min(file.Length, LargestFile)];
            foreach (QuizFormat format in Enum.GetValues<QuizFormat>())
            {
                WorkBudget.Within(
                    $"seed {_seed}, file {number} of {string.Join('|', few)} as {format}",
                    () => QuizFiles.Read(file.ToArray(), format, new ReadingWork(CancellationToken.None), "T", skipInvalid: true));
            }
        }
    }

    [Fact]
    public void No_message_costs_the_protocol_more_than_its_budget()
    {
        var protocol = _arena.Services.GetRequiredService<BoundedHubProtocol>();
        var hostile = new HostileJson(_seed);
        var random = new Random(_seed);
        for (var number = 0; number < Messages; number++)
        {
            var message = hostile.Message([.. AuthorityTable.Methods.Keys], random.Next(8) == 0 ? LargestMessage : random.Next(1, 5_000));
            var sent = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(message + "\u001e"));
            WorkBudget.Within($"seed {_seed}, message {number}: {message[..Math.Min(200, message.Length)]}", () =>
            {
                try
                {
                    while (protocol.TryParseMessage(ref sent, new HubBinder(), out _))
                        continue;
                    Assert.True(sent.IsEmpty, message);
                }
                catch (Exception ended) when (ended is InvalidDataException or OperationCanceledException)
                {
                    // SignalR closes the connection.
                }
            });
        }
    }

    [Fact]
    public async Task A_connection_that_sends_hostile_messages_is_answered_or_closed_within_its_budget()
    {
        var hostile = new HostileJson(_seed);
        var random = new Random(_seed);
        _ = _arena.Address;
        for (var number = 0; number < Sent; number++)
        {
            var message = hostile.Message([.. AuthorityTable.Methods.Keys], random.Next(8) == 0 ? LargestMessage : random.Next(1, 3_000));
            var what = $"seed {_seed}, message {number}: {message[..Math.Min(200, message.Length)]}";
            var isServed = await WorkBudget.WithinAsync(what, async () =>
            {
                await using var client = await _arena.ConnectAsync();
                try
                {
                    await client.SendRawAsync(message);
                    return (await client.CallRawAsync("after", """{"type":1,"invocationId":"after","target":"Clock","arguments":[]}""")).Refusal is null;
                }
                catch (Exception closed) when (closed is IOException or System.Net.WebSockets.WebSocketException)
                {
                    await client.Closed;
                    return true;
                }
            });
            Assert.True(isServed, what);
        }
    }

    [Fact]
    public async Task No_body_costs_a_route_more_than_its_budget()
    {
        var hostile = new HostileJson(_seed);
        using var http = new HttpClient { BaseAddress = _arena.Address };
        var roles = await RoleFixture.AssembleAsync(_arena, RoleFixture.Hash(_arena));
        foreach (var route in AuthorityTable.Routes.Keys)
        {
            for (var number = 0; number < BodiesARoute; number++)
            {
                using var request = RouteRequests.For(route, "owner", roles);
                // Anything but text is a medium: its reader stops at the first bytes of a text.
                if (request.Content is not StringContent)
                    break;
                var isFile = route.Contains("/api/quizzes", StringComparison.Ordinal) && !route.Contains("{id}/", StringComparison.Ordinal);
                var body = hostile.Body(await request.Content.ReadAsStringAsync(), isFile ? LargestFile / 4 : LargestBody - 1_000);
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                var what = $"seed {_seed}, body {number} of {route}: {body[..Math.Min(200, body.Length)]}";
                using var answer = await WorkBudget.WithinAsync(what, () => http.SendAsync(request));
                Assert.True((int)answer.StatusCode < 500, $"{what}: {(int)answer.StatusCode}");
                roles = await roles.AfterAsync(request, answer);
            }
        }
    }

    /// <summary>Says what types the hub's methods take.</summary>
    private sealed class HubBinder : IInvocationBinder
    {
        private static readonly Dictionary<string, Type[]> Parameters = typeof(GameHub)
            .GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
            .GroupBy(method => method.Name)
            .ToDictionary(methods => methods.Key, methods => methods.First().GetParameters().Select(parameter => parameter.ParameterType).ToArray(), StringComparer.OrdinalIgnoreCase);

        public Type GetReturnType(string invocationId) => typeof(object);

        public IReadOnlyList<Type> GetParameterTypes(string methodName) =>
            Parameters.TryGetValue(methodName, out var types) ? types : throw new HubException($"There is no method '{methodName}'.");

        public Type GetStreamItemType(string streamId) => throw new InvalidOperationException("There are no streams.");
    }
}
