using System.Collections.Immutable;
using Arena.Game.State;
using Arena.Game.Views;
using Arena.GrainInterfaces;
using Microsoft.Extensions.Logging;

namespace Arena.Grains.Session;

/// <summary>Publishes results to the leaderboards, which readers outside a game query instead of the session. No turn waits for it.</summary>
internal sealed partial class LeaderboardPublisher(IGrainFactory grains, ILogger logger)
{
    /// <summary>Records a state's scores. Never throws: the next record carries all that this one did.</summary>
    public async Task RecordAsync(GameState state)
    {
        try
        {
            // A player whose name no host has approved has a place like any other, without the name.
            ImmutableArray<BoardEntry> entries = [.. state.Ranked().Select(player => new BoardEntry(player.Seat, player.PublicName, player.Score))];
            var source = state.SessionId.ToString("N");
            await grains.GetGrain<ILeaderboardGrain>(state.Code).Record(source, state.Step, entries);
            if (state.Phase is Phase.Finished { Reason: EndReason.Completed })
                await grains.GetGrain<ILeaderboardGrain>(BoardKey.OfQuiz(state.Quiz.Id)).Record(source, state.Step, entries);
        }
        catch (Exception failed)
        {
            LogNotRecorded(failed, state.SessionId);
        }
    }

    [LoggerMessage(EventId = 104, Level = LogLevel.Warning, Message = "The scores of session {SessionId} did not reach its boards")]
    private partial void LogNotRecorded(Exception cause, Guid sessionId);
}
