namespace Arena.Runtime;

/// <summary>What a handshake has proved: who is at the other end, and which version of the protocol both ends speak.</summary>
internal sealed record ProvedPeer(PeerIdentity Identity, int Version);
