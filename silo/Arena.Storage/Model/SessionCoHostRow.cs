namespace Arena.Storage.Model;

/// <summary>A co-host of a session, in addition to the user who launched it (table <c>session_co_host</c>).</summary>
public sealed class SessionCoHostRow
{
    public Guid SessionId { get; set; }
    public Guid UserId { get; set; }
}
