using System.Text.Json;

namespace Arena.Testing;

/// <summary>What players and hosts do, on a hub client.</summary>
public static class GameSteps
{
    public static Task<HubReply> JoinAsync(this HubClient client, string code, string nickname, Guid? operation = null) =>
        client.CallAsync("Join", new { code, nickname, operationId = operation ?? Guid.NewGuid() });

    /// <summary>Joins and waits its turn if told to.</summary>
    public static async Task<JsonElement> EnterAsync(this HubClient client, string code, string nickname)
    {
        var operation = Guid.NewGuid();
        while (true)
        {
            var reply = await client.JoinAsync(code, nickname, operation);
            if (reply.Refusal is not "queued")
                return reply.Accepted;
            using var queued = JsonDocument.Parse(reply.Raw);
            await Task.Delay(queued.RootElement.GetProperty("result").GetProperty("refusal").GetProperty("retryAfterMs").GetInt32());
        }
    }

    public static Task<HubReply> ResumeAsync(this HubClient client, string seatToken) => client.CallAsync("Resume", new { seatToken });

    public static Task<HubReply> AnswerAsync(this HubClient client, int round, int choice, Guid? operation = null) =>
        client.CallAsync("Answer", new { round, choice, operationId = operation ?? Guid.NewGuid() });

    public static Task<HubReply> AttachAsync(this HubClient client, string hostKey) => client.CallAsync("Attach", new { hostKey });

    /// <summary>Commands what moves the game on, as soon as it does not count as a second press of the same key.</summary>
    public static async Task MoveOnAsync(this HubClient client, string action, int step)
    {
        while (true)
        {
            var reply = await client.HostAsync(action, step);
            if (reply.Refusal is not "tooSoon")
            {
                _ = reply.Accepted;
                return;
            }
            await Task.Delay(50);
        }
    }

    public static Task<HubReply> HostAsync(this HubClient client, string action, int step, int value = 0, Guid? operation = null) =>
        client.CallAsync("Command", new { operationId = operation ?? Guid.NewGuid(), action, step, value });
}
