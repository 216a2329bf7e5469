using System.Text.Json.Serialization;

namespace Arena.Gateway.Authority;

/// <summary>What an API key may be good for. Nothing else is, and never the account itself.</summary>
public enum ApiKeyScope
{
    /// <summary>Read the quizzes that the account may read.</summary>
    [JsonStringEnumMemberName("quizzes:read")]
    QuizzesRead,
    /// <summary>Make, import, change and delete quizzes.</summary>
    [JsonStringEnumMemberName("quizzes:write")]
    QuizzesWrite,
    /// <summary>Launch games and steer them.</summary>
    [JsonStringEnumMemberName("games:host")]
    GamesHost,
    /// <summary>Read how games ended that the account hosted.</summary>
    [JsonStringEnumMemberName("results:read")]
    ResultsRead,
}
