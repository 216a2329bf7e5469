namespace Arena.Storage.Webhooks;

/// <summary>The types of messages. Receivers rely on the names: they are added, never renamed.</summary>
public static class WebhookTypes
{
    /// <summary>The first question of a game was announced.</summary>
    public const string GameStarted = "game.started";

    /// <summary>A game is over.</summary>
    public const string GameEnded = "game.ended";

    /// <summary>The owner of an endpoint tries it out. Not to be chosen: every endpoint receives its own.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that the owner of an endpoint chooses from.</summary>
    public static IReadOnlyList<string> All { get; } = [GameStarted, GameEnded];
}
