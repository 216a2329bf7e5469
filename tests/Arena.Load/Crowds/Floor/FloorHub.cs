using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.SignalR;

namespace Arena.Load.Crowds.Floor;

/// <summary>
/// A quiz without a game: join a group, one broadcast, an acknowledgement of each answer. Nothing is decided, stored or scored.
/// What SignalR itself costs on this machine, so that Arena's figures can be stated as a ratio.
/// </summary>
[SuppressMessage("Performance", "CA1822", Justification = "The methods of a hub are called on it.")]
internal sealed class FloorHub : Hub
{
    private const string Everyone = "everyone";

    public async Task<FloorReply> Join(FloorJoin request)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, Everyone);
        return new(new { seatToken = request.OperationId }, null);
    }

    public Task<FloorReply> Answer(FloorAnswer request) => Task.FromResult(new FloorReply(new { request.Round, request.Choice }, null));

    public Task<FloorReply> Clock() => Task.FromResult(new FloorReply(new { nowMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() }, null));

    /// <summary>A frame as long as Arena's.</summary>
    public async Task<FloorReply> Ask(int round)
    {
        var nowMs = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await Clients.Group(Everyone).SendAsync("Session", new
        {
            epoch = 1,
            sequence = round,
            nowMs,
            view = new
            {
                code = "FLOOR1",
                title = "Counting",
                step = round,
                questionCount = 10,
                playerCount = 10_000,
                locked = false,
                autoAdvance = false,
                pausedAtMs = (long?)null,
                hostAway = false,
                phase = new
                {
                    kind = "asking",
                    round,
                    type = "singleChoice",
                    prompt = $"Which of these is number {round % 4} of question {round}?",
                    options = Enumerable.Range(0, 4).Select(option => $"Option {option} of {round}"),
                    points = 1000,
                    opensAtMs = nowMs + FloorServer.LeadMs,
                    closesAtMs = nowMs + FloorServer.LeadMs + 20_000,
                },
                suspendedSinceMs = (long?)null,
            },
        });
        return new(new { }, null);
    }
}

internal sealed record FloorReply(object? Value, object? Refusal);

internal sealed record FloorJoin(string Code, string Nickname, Guid OperationId);

internal sealed record FloorAnswer(int Round, int Choice, Guid OperationId);
