namespace Arena.Runtime;

/// <summary>A handshake has failed. The message is for this process's log, and never for the other end.</summary>
internal sealed class HandshakeException(RefusalReason reason, string message) : Exception(message)
{
    public RefusalReason Reason => reason;
}
