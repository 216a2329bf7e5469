using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Media;

namespace Arena.Gateway.Tests.Authority;

/// <summary>A valid request for each route: allowed callers are served.</summary>
internal static class RouteRequests
{
    private const string Document =
        """{"arena":1,"title":"Changed","questions":[{"type":"trueFalse","prompt":"?","options":[{"label":"a","correct":true},{"label":"b"}]}]}""";

    public static HttpRequestMessage For(string route, string role, RoleFixture roles)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        var name = pattern.Contains("/co-hosts/", StringComparison.Ordinal) || pattern.Contains("/members/", StringComparison.Ordinal)
            ? method == "DELETE" ? "co-host" : "stranger"
            : method == "DELETE" ? "co-author" : "stranger";
        var path = pattern
            .Replace("{id}", Id(pattern, role, roles), StringComparison.Ordinal)
            .Replace("{code}", roles.Session.Code, StringComparison.Ordinal)
            .Replace("{width:int}", "320", StringComparison.Ordinal)
            .Replace("{name}", roles.Name(name), StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{delivery:long}", "1", StringComparison.Ordinal)
            .Replace("{token}", "garbage", StringComparison.Ordinal)
            .Replace("{invitation}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), path);
        if (roles.Token(role) is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (route == "PUT /api/quizzes/{id}")
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        if (route == "POST /api/media")
            request.Content = new ByteArrayContent(Pictures.Halves(8, 8, ".png"));
        if (Body(route, roles) is { } body)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    private static string Id(string pattern, string role, RoleFixture roles) => pattern switch
    {
        _ when pattern.Contains("/api-keys/", StringComparison.Ordinal) => roles.ApiKeyId(role).ToString(),
        _ when pattern.StartsWith("/api/account", StringComparison.Ordinal) => "current",
        _ when pattern.StartsWith("/api/administration", StringComparison.Ordinal) => "1",
        _ when pattern.StartsWith("/api/games", StringComparison.Ordinal) => roles.Session.SessionId.ToString(),
        _ when pattern.StartsWith("/api/homework", StringComparison.Ordinal) => roles.Homework.Id.ToString(),
        _ when pattern.StartsWith("/api/groups", StringComparison.Ordinal) => roles.Group.Id.ToString(),
        _ => roles.Quiz.ToString(),
    };

    private static string? Body(string route, RoleFixture roles) => route switch
    {
        "POST /api/quizzes" or "POST /api/quizzes/import" or "POST /api/quizzes/import/preview" or "PUT /api/quizzes/{id}" => Document,
        "POST /api/quizzes/import/confirm" => """{"token":"garbage","title":"Imported"}""",
        "PUT /api/quizzes/{id}/visibility" => """{"visibility":"public"}""",
        "POST /api/administration/events/replay" => """{"consumer":"game-summaries"}""",
        "POST /api/sessions" => JsonSerializer.Serialize(new { quizId = roles.Quiz }),
        "POST /api/sessions/lookup" => JsonSerializer.Serialize(new { hostKeys = new[] { roles.Session.HostKey } }),
        "POST /api/sessions/{code}/next-host-key" => JsonSerializer.Serialize(new { hostKey = roles.Session.HostKey }),
        "POST /api/authors/refresh" => """{"refreshToken":"garbage"}""",
        "POST /api/account" => JsonSerializer.Serialize(new { name = $"new.{Guid.NewGuid():N}"[..20], password = Browser.Password }),
        "PUT /api/account/name" => JsonSerializer.Serialize(new { name = $"re.{Guid.NewGuid():N}"[..20] }),
        "PUT /api/account/board-name" => JsonSerializer.Serialize(new { name = $"b.{Guid.NewGuid():N}"[..20] }),
        "PUT /api/account/face" => """{"face":7}""",
        "PUT /api/account/password" => JsonSerializer.Serialize(new { password = Browser.Password, newPassword = "another good one" }),
        "POST /api/account/deletion" or "POST /api/account/second-factor/setup" or "POST /api/account/second-factor/removal" or "POST /api/account/passkeys/options"
            or "POST /api/account/passkeys/{id}/removal" or "POST /api/account/access/removal" or "POST /api/account/mail/address/removal" or "POST /api/account/twitch/start" or "POST /api/account/twitch/removal" => JsonSerializer.Serialize(new { password = Browser.Password }),
        "POST /api/account/password/forgotten" => """{"address":"ann@example.org"}""",
        "PUT /api/account/mail/address" => JsonSerializer.Serialize(new { address = "ann@example.org", language = "en", password = Browser.Password }),
        "POST /api/account/mail/address/confirmation" => """{"link":"x"}""",
        "PUT /api/account/mail/wishes" => """{"reports":true,"newBrowsers":true,"language":"en"}""",
        "POST /api/account/second-factor" => """{"code":"123456"}""",
        "POST /api/account/passkeys" or "POST /api/account/sessions/passkey" => """{"state":"x","credential":{"id":"x"},"name":"Key"}""",
        "POST /api/account/password/reset" => JsonSerializer.Serialize(new { token = "x", newPassword = Browser.Password }),
        "POST /api/account/sessions/twitch" => """{"code":"123456"}""",
        "POST /api/account/api-keys" =>
            JsonSerializer.Serialize(new { name = "Script", scopes = (string[])["quizzes:read", "games:host"], days = 30, password = Browser.Password }),
        "POST /api/account/webhooks" or "PUT /api/account/webhooks/{id}" => """{"url":"https://example.org/arena","events":["game.ended"]}""",
        "POST /api/groups" or "PUT /api/groups/{id}" => """{"name":"Class 8b"}""",
        "POST /api/groups/{id}/invitations" => """{"address":"ann@example.org","language":"en"}""",
        "POST /api/quizzes/{id}/invitations" => """{"address":"ann@example.org","language":"en"}""",
        "POST /api/quizzes/invitations/lookup" or "POST /api/quizzes/invitations/acceptance" => """{"token":"garbage"}""",
        "POST /api/groups/lookup" => JsonSerializer.Serialize(new { code = roles.Group.Code }),
        "POST /api/groups/memberships" or "PUT /api/groups/{id}/membership" =>
            JsonSerializer.Serialize(new { code = roles.Group.Code, name = $"m.{Guid.NewGuid():N}"[..20], isListed = true }),
        "POST /api/homework" => JsonSerializer.Serialize(new { quizId = roles.Quiz, dueAt = roles.Homework.DueAt }),
        "PUT /api/homework/{id}" => JsonSerializer.Serialize(new { dueAt = roles.Homework.DueAt }),
        "POST /api/homework/links/{token}/attempts" => JsonSerializer.Serialize(new { name = "Ann", key = Guid.NewGuid() }),
        "POST /api/practice" => JsonSerializer.Serialize(new { quizId = roles.Quiz, name = "Ann" }),
        "POST /api/account/profile/award" => JsonSerializer.Serialize(new { seatToken = roles.SeatToken }),
        "POST /api/account/results/claims" => JsonSerializer.Serialize(new { seatTokens = new[] { roles.SeatToken } }),
        "PUT /api/media/{name}" => """{"title":"Lake","alt":null,"credit":null}""",
        "POST /api/reports/csp" => """{"csp-report":{"effective-directive":"script-src","blocked-uri":"eval"}}""",
        "POST /api/account/sessions" => JsonSerializer.Serialize(new { name = roles.Name("owner"), password = Browser.Password }),
        _ => null,
    };
}
