using System.Security.Cryptography;
using Arena.Game.Vocabulary;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Homework;

/// <summary>A seat in a session that its player plays alone.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Code">Its code. It is the player's alone, and cannot be typed.</param>
/// <param name="SeatToken">What proves the seat: for <c>Resume</c> on the hub. A secret of this browser.</param>
public sealed record SoloSeat(Guid SessionId, string Code, string SeatToken);

/// <summary>Sessions of one player without a host.</summary>
internal sealed class SoloSessions(IGrainFactory grains, SessionTokens tokens, GrainCallRetry retry)
{
    /// <summary>How all of them are played: names are seen by the teacher alone, if at all, and points do not depend on the order of questions.</summary>
    public static SessionSettings Settings(SelfPace pace) => new() { Pace = pace, MaxPlayers = 1, StreakBonus = false, FilterNames = false };

    /// <summary>Opens a session and takes its seat; one that is open already is found again. No host has it: it counts for no one's games.</summary>
    public async Task<Outcome<SoloSeat>> OpenAsync(
        Guid sessionId, string code, Guid quizId, Guid? homeworkId, SessionSettings settings, string name, CancellationToken cancel)
    {
        var session = grains.GetGrain<IGameSessionGrain>(code);
        var launch = new LaunchSession(sessionId, quizId, WireJson.Body(settings), BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))))
        {
            HomeworkId = homeworkId,
        };
        var launched = await retry.CallAsync(() => session.Launch(launch), cancel);
        if (!launched.Accepted)
            return launched.Refusal.Value;
        // The session's id names the one player there is: joining again leads to the same seat.
        var joined = await retry.CallAsync(() => session.Join(new(sessionId, name)), cancel);
        return joined.Accepted
            ? new SoloSeat(sessionId, code, tokens.ForSeat(code, joined.Value.SessionId, joined.Value.Seat, joined.Value.Issue))
            : joined.Refusal.Value;
    }

    /// <summary>Ends a session as it is.</summary>
    /// <returns>Whether this ended it.</returns>
    public async Task<bool> EndAsync(Guid sessionId, string code, CancellationToken cancel) => (await retry.CallAsync(
        () => grains.GetGrain<IGameSessionGrain>(code).Command(sessionId, HostCommand.For(sessionId, step: 0, new HostAction.End())), cancel)).Accepted;
}
