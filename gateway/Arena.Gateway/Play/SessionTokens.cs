using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Gateway.Play;

/// <summary>
/// What proves a seat, or a host: signed and encrypted by data protection, each for its own purpose, and held only by the browser it
/// was given to. Good for a day, which outlasts any game. And what proves which frames a player may wear: it contains no name, and levels never fall.
/// </summary>
internal sealed class SessionTokens(IDataProtectionProvider provider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan FramesLifetime = TimeSpan.FromDays(90);
    private readonly ITimeLimitedDataProtector _seats = provider.CreateProtector("arena.seat.1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _hosts = provider.CreateProtector("arena.host.1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _frames = provider.CreateProtector("arena.frames.1").ToTimeLimitedDataProtector();

    /// <param name="code">The join code.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="seat">Whose.</param>
    /// <param name="issue">How often the seat was handed over before.</param>
    public string ForSeat(string code, Guid sessionId, int seat, int issue = 0) => _seats.Protect($"{code}/{sessionId:N}/{seat}/{issue}", Lifetime);

    /// <param name="code">The join code.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="signIn">The signed-in browser with which the key ends, or null for an anonymous author.</param>
    public string ForHost(string code, Guid sessionId, Guid? signIn) => _hosts.Protect($"{code}/{sessionId:N}/{signIn:N}", Lifetime);

    /// <param name="best">The best frame that its holder may wear.</param>
    public string ForFrames(int best) => _frames.Protect(best.ToString(System.Globalization.CultureInfo.InvariantCulture), FramesLifetime);

    /// <summary>Tokens of releases that could not hand seats over name no issue: it is the first.</summary>
    public (string Code, Guid SessionId, int Seat, int Issue)? ReadSeat(string? token) =>
        Read(_seats, token) is [var code, var session, var seat, .. var rest]
            ? (code, Guid.ParseExact(session, "N"), Number(seat), rest is [var issue] ? Number(issue) : 0)
            : null;

    public (string Code, Guid SessionId, Guid? SignIn)? ReadHost(string? token) =>
        Read(_hosts, token) is [var code, var session, .. var rest]
            ? (code, Guid.ParseExact(session, "N"), rest is [{ Length: > 0 } signIn] ? Guid.ParseExact(signIn, "N") : null)
            : null;

    /// <returns>The best frame that its holder may wear: 0 without a token that is good.</returns>
    public int ReadFrames(string? token) => Read(_frames, token) is [var best] ? Number(best) : 0;

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static string[]? Read(ITimeLimitedDataProtector protector, string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            return protector.Unprotect(token).Split('/');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
