using System.Text.Json;

namespace Arena.TestKit.Clients;

/// <summary>What players and hosts do, on a hub client.</summary>
public static class GameSteps
{
    public static Task<HubReply> JoinAsync(this HubClient client, string code, string nickname, Guid? operation = null) =>
        client.CallAsync("Join", new { code, nickname, operationId = operation ?? Guid.NewGuid() });

    /// <summary>Joins, and waits its turn if the server requires it.</summary>
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
        client.AnswerAsync(round, new { kind = "choice", option = choice }, operation);

    /// <summary>Answers with a value of any kind.</summary>
    public static Task<HubReply> AnswerAsync(this HubClient client, int round, object answer, Guid? operation = null) =>
        client.CallAsync("Answer", new { round, answer, operationId = operation ?? Guid.NewGuid() });

    /// <summary>Answers as a person does who presses again until it works: the question opens, or continues, a moment after it is shown.</summary>
    /// <param name="client">The player's.</param>
    /// <param name="round">The question.</param>
    /// <param name="choice">The option.</param>
    /// <param name="operation">The same for every try.</param>
    /// <param name="passing">More refusals that pass by themselves.</param>
    public static async Task<HubReply> AnswerOnceOpenAsync(this HubClient client, int round, int choice, Guid operation, params string[] passing)
    {
        var reply = await client.AnswerAsync(round, choice, operation);
        while (reply.Refusal is "tooEarly" or "paused" or "tooFast" || passing.Contains(reply.Refusal))
        {
            // A connection that presses without a pause is closed.
            await Task.Delay(100);
            reply = await client.AnswerAsync(round, choice, operation);
        }
        return reply;
    }

    public static Task<HubReply> AttachAsync(this HubClient client, string hostKey) => client.CallAsync("Attach", new { hostKey });

    public static Task<HubReply> WatchAsync(this HubClient client, string token) => client.CallAsync("Watch", new { token });

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

    /// <summary>Commands an action that needs no argument.</summary>
    public static Task<HubReply> HostAsync(this HubClient client, string kind, int step, Guid? operation = null) =>
        client.HostAsync(new { kind }, step, operation);

    /// <summary>Commands an action: its kind, and what else it needs.</summary>
    public static Task<HubReply> HostAsync(this HubClient client, object action, int step, Guid? operation = null) =>
        client.CallAsync("Command", new { operationId = operation ?? Guid.NewGuid(), step, action });
}
