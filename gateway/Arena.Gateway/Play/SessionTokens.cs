using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Arena.Gateway.Play;

/// <summary>
/// What proves a seat, or a host: signed and encrypted by data protection, each for its own purpose, and held by nobody but the browser it
/// was given to. Good for a day, which outlasts any game.
/// </summary>
internal sealed class SessionTokens(IDataProtectionProvider provider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private readonly ITimeLimitedDataProtector _seats = provider.CreateProtector("arena.seat.1").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _hosts = provider.CreateProtector("arena.host.1").ToTimeLimitedDataProtector();

    public string ForSeat(string code, Guid sessionId, int seat) => _seats.Protect($"{code}/{sessionId:N}/{seat}", Lifetime);

    /// <param name="code">The join code.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="signIn">The signed-in browser with which the key ends, or null for an anonymous author.</param>
    public string ForHost(string code, Guid sessionId, Guid? signIn) => _hosts.Protect($"{code}/{sessionId:N}/{signIn:N}", Lifetime);

    public (string Code, Guid SessionId, int Seat)? ReadSeat(string? token) =>
        Read(_seats, token) is [var code, var session, var seat]
            ? (code, Guid.ParseExact(session, "N"), int.Parse(seat, System.Globalization.CultureInfo.InvariantCulture))
            : null;

    public (string Code, Guid SessionId, Guid? SignIn)? ReadHost(string? token) =>
        Read(_hosts, token) is [var code, var session, .. var rest]
            ? (code, Guid.ParseExact(session, "N"), rest is [{ Length: > 0 } signIn] ? Guid.ParseExact(signIn, "N") : null)
            : null;

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
