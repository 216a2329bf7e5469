namespace Arena.Storage;

/// <summary>Somebody who may host a session beside the one who launched it (table <c>session_co_host</c>).</summary>
public sealed class SessionCoHostRow
{
    public Guid SessionId { get; set; }
    public Guid UserId { get; set; }
}
