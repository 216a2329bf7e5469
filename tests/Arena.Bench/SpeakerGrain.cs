namespace Arena.Bench;

/// <summary>Answers at once.</summary>
public sealed class SpeakerGrain : Grain, ISpeaker
{
    public Task<string> Say(string text) => Task.FromResult(text);
}
