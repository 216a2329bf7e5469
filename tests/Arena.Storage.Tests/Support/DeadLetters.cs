using Arena.Grains.Ports;

namespace Arena.Storage.Tests.Support;

/// <summary>Makes dead letters as the event bus does.</summary>
internal static class DeadLetters
{
    public static async Task GiveUpAsync(this IEventDeliveries deliveries, DeadLetter letter)
    {
        await deliveries.DeferAsync(new(letter.Consumer, letter.SessionId, letter.Version, letter.Attempts, letter.At, letter.Error), default);
        var was = (await deliveries.FindAsync(letter.Consumer, letter.SessionId, default))!;
        Assert.True(await deliveries.ReplaceAsync(was, was with { Version = letter.Version + 1 }, letter, default));
    }
}
