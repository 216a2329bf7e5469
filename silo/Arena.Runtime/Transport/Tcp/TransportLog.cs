using System.Net;
using Microsoft.Extensions.Logging;

namespace Arena.Runtime;

/// <summary>What the transport logs.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(70, LogLevel.Information, "Listening for the cluster on {Endpoint}")]
    public static partial void Listening(this ILogger logger, EndPoint endpoint);

    [LoggerMessage(71, LogLevel.Warning, "A connection from {Address} was refused ({Reason}): {Detail}. More from there are counted, and not logged for a minute")]
    public static partial void ConnectionRefused(this ILogger logger, IPAddress address, RefusalReason reason, string detail);

    [LoggerMessage(72, LogLevel.Error, "No connection could be accepted; the next attempt follows")]
    public static partial void AcceptFailed(this ILogger logger, Exception exception);

    [LoggerMessage(73, LogLevel.Warning, "{Peer} sent a frame of {Bytes} bytes, more than the limit of {Limit}: its link is closed")]
    public static partial void FrameRefused(this ILogger logger, string peer, uint bytes, int limit);

    [LoggerMessage(74, LogLevel.Error, "What came from {Peer} could not be handled")]
    public static partial void ReceiverFailed(this ILogger logger, Exception exception, string peer);

    [LoggerMessage(76, LogLevel.Error, "The link to {Peer} met a fault of the transport itself")]
    public static partial void LinkFault(this ILogger logger, Exception exception, string peer);

    [LoggerMessage(75, LogLevel.Error, "A connection from {Address} met a fault of the transport itself")]
    public static partial void ConnectionFault(this ILogger logger, Exception exception, IPAddress address);
}
