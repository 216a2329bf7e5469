using System.Net.Http.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.Gateway.Tests.Quizzes;
using Arena.TestKit.Clients;

namespace Arena.Gateway.Tests.Sessions;

public sealed class GuestSessionTests
{
    [Fact]
    public async Task A_network_has_so_many_live_games_without_an_account_and_one_that_ends_makes_room()
    {
        await using var arena = new PlayHost(new() { ["Arena:Gateway:MaxGuestSessionsPerAddress"] = "2" });
        var guest = await arena.ApiAsync();
        var other = await arena.ApiAsync();
        var (quiz, others) = (await guest.CreateQuizAsync(1), await other.CreateQuizAsync(1));
        // A launch that is refused for another reason takes no room.
        Assert.Equal(404, (int)(await LaunchAsync(guest, Guid.NewGuid())).Status);
        var first = await guest.LaunchAsync(quiz);
        await other.LaunchAsync(others);
        var refused = await LaunchAsync(other, others);
        Assert.Equal((429, "tooManyGuestSessions", TimeSpan.FromMinutes(1)), refused);

        using var ann = new Browser(new HttpClient { BaseAddress = arena.Address }) { AccessToken = other.Http.DefaultRequestHeaders.Authorization!.Parameter };
        await ann.RegisterAsync("Ann");
        await ann.SendAsync(HttpMethod.Post, "/api/sessions", new { quizId = others }, 201);

        await using var host = await arena.ConnectAsync();
        _ = (await host.AttachAsync(first.HostKey)).Accepted;
        _ = (await host.HostAsync("end", 0)).Accepted;
        await guest.LaunchAsync(quiz);
        Assert.Equal((429, "tooManyGuestSessions", TimeSpan.FromMinutes(1)), await LaunchAsync(guest, quiz));
    }

    private static async Task<(int Status, string Code, TimeSpan? RetryAfter)> LaunchAsync(ArenaApi api, Guid quizId)
    {
        using var answer = await api.Http.PostAsJsonAsync("/api/sessions", new { quizId });
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).Code(), answer.Headers.RetryAfter?.Delta);
    }
}
