namespace Arena.Load;

/// <summary>Settings that raise the limits per address: a crowd connects from a few addresses, and one author launches all of its games.</summary>
internal static class RaisedLimits
{
    private const string Raised = "1000000";

    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Arena:Gateway:LaunchesPerMinute"] = Raised,
        ["Arena:Gateway:MaxGuestSessionsPerAddress"] = Raised,
        ["Arena:Gateway:MaxConnectionsPerAddress"] = Raised,
        ["Arena:Game:MaxSeatsPerAddress"] = Raised,
    };

    /// <summary>Sets them in other settings.</summary>
    public static void AddTo(Dictionary<string, string> settings)
    {
        foreach (var (key, value) in Settings)
            settings[key] = value;
    }
}
