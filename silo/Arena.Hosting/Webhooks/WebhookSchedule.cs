using System.Security.Cryptography;

namespace Arena.Hosting.Webhooks;

/// <summary>
/// The pauses between attempts that Standard Webhooks recommends, each longer by up to a fifth, so that messages that failed together do not
/// come together again. They wait in the database: a restart forgets none.
/// </summary>
internal static class WebhookSchedule
{
    private const int JitterPercent = 20;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    public static int MaxAttempts => Pauses.Length + 1;

    /// <param name="attempts">How many there were.</param>
    /// <returns>The pause before the next one, or null after the last.</returns>
    public static TimeSpan? After(int attempts)
    {
        if (attempts >= MaxAttempts)
            return null;
        var pause = Pauses[Math.Max(0, attempts - 1)];
        return pause + (pause * (RandomNumberGenerator.GetInt32(1_000 * JitterPercent) / 100_000.0));
    }
}
