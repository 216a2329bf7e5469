using System.Globalization;

namespace Arena.Runtime;

/// <summary>
/// How long a caller of the method waits before it gets a <see cref="TimeoutException"/>. The outcome of such a call is unknown:
/// the turn may have ended, be running, or never begin.
/// </summary>
/// <param name="timeout">The wait as a time span, for example <c>00:00:05</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    /// <summary>The wait.</summary>
    public TimeSpan? Timeout { get; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}
