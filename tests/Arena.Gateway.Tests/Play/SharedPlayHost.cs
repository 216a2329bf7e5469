namespace Arena.Gateway.Tests.Play;

/// <summary>One Arena for all tests of a class that need no settings of their own: each opens a game of its own.</summary>
public sealed class SharedPlayHost : IAsyncDisposable
{
    internal PlayHost Arena { get; } = new(PlayHost.Unlimited);

    public ValueTask DisposeAsync() => Arena.DisposeAsync();
}
