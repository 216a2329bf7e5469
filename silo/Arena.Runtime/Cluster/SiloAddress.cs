using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Arena.Runtime;

/// <summary>
/// The identity of one life of a silo: where it listens, and which start this is. A restart is a new identity, so that what is said of a
/// dead silo never applies to its successor.
/// </summary>
/// <param name="Host">A host name or IP address that the others can reach.</param>
/// <param name="Port">The port of its cluster endpoint.</param>
/// <param name="Generation">Given by the cluster store at joining; grows with every start.</param>
public readonly record struct SiloAddress(string Host, int Port, long Generation)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">For example <c>10.0.0.7:11111@42</c>.</param>
    /// <param name="address">The address.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out SiloAddress address)
    {
        address = default;
        var at = text?.LastIndexOf('@') ?? -1;
        var colon = at < 0 ? -1 : text!.LastIndexOf(':', at);
        if (colon <= 0
            || !int.TryParse(text.AsSpan(colon + 1, at - colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || !long.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var generation)) return false;
        address = new SiloAddress(text![..colon], port, generation);
        return true;
    }

    /// <summary>Writes the identity.</summary>
    /// <returns>For example <c>10.0.0.7:11111@42</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}@{Generation}");
}
