using Arena.TestKit.Clients;
using Arena.TestKit.Processes;


namespace Arena.Gateway.Tests.Play;

/// <summary>Arena as a process of its own, killed as by a power cut and started again on the same folder.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-restart-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_in_the_middle_of_a_question_the_game_resumes_with_every_acknowledged_answer()
    {
        string annToken, bobToken, hostKey;
        var operation = Guid.NewGuid();
        await using (var arena = await ArenaProcess.StartAsync(_folder))
        {
            var api = await new ArenaApi(arena.Http()).SignInAsync();
            var launch = await api.LaunchAsync(await api.CreateQuizAsync(1, timeLimitMs: 60_000), new { getReadyMs = 0 });
            hostKey = launch.HostKey;
            await using var host = await HubClient.ConnectAsync(arena.Address);
            await using var ann = await HubClient.ConnectAsync(arena.Address);
            await using var bob = await HubClient.ConnectAsync(arena.Address);
            _ = (await host.AttachAsync(hostKey)).Accepted;
            annToken = (await ann.JoinAsync(launch.Code, "Ann")).Accepted.GetProperty("seatToken").GetString()!;
            bobToken = (await bob.JoinAsync(launch.Code, "Bob")).Accepted.GetProperty("seatToken").GetString()!;
            _ = (await host.HostAsync("start", 0)).Accepted;
            await ann.PhaseAsync("asking", 0);
            Assert.Null((await ann.AnswerOnceOpenAsync(0, 0, operation)).Refusal);
            await arena.KillAsync();
        }

        await using (var arena = await ArenaProcess.StartAsync(_folder))
        {
            await using var host = await HubClient.ConnectAsync(arena.Address);
            await using var ann = await HubClient.ConnectAsync(arena.Address);
            await using var bob = await HubClient.ConnectAsync(arena.Address);
            var welcome = (await ann.ResumeAsync(annToken)).Accepted;
            Assert.Equal("asking", welcome.GetProperty("session").GetProperty("phase").GetProperty("kind").GetString());
            Assert.Equal(0, welcome.GetProperty("seat").GetProperty("chosen").GetProperty("option").GetInt32());
            Assert.Null((await ann.AnswerAsync(0, 0, operation)).Refusal);
            Assert.Equal("alreadyAnswered", (await ann.AnswerAsync(0, 1)).Refusal);
            _ = (await bob.ResumeAsync(bobToken)).Accepted;
            _ = (await host.AttachAsync(hostKey)).Accepted;
            Assert.Null((await bob.AnswerOnceOpenAsync(0, 0, Guid.NewGuid())).Refusal);

            var reveal = (await host.PhaseAsync("reveal", 0)).Phase;
            Assert.Equal([2, 0, 0, 0], reveal.GetProperty("tally").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
            Assert.True((await Table.ResultAsync(ann, 0)).GetProperty("score").GetInt32() > 900);
        }
    }
}
