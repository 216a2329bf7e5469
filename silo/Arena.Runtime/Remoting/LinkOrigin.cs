namespace Arena.Runtime;

/// <summary>
/// A call that came through a link. Its answer goes back through the same link; if that has ended, nobody waits for it. An answer that does
/// not fit the link's queue ends the link, because the other side has stopped reading.
/// </summary>
internal sealed class LinkOrigin(Link link, long id, long expiresAt, SiloServices services, Action<long>? ended) : IncomingOrigin
{
    private volatile bool _cancelled;

    public override bool IsAbandoned => _cancelled || !link.IsOpen || (expiresAt > 0 && services.Time.GetTimestamp() >= expiresAt);

    public void Cancel() => _cancelled = true;

    public override void Succeed(GrainCall call)
    {
        ended?.Invoke(id);
        try
        {
            Check(link.TrySend(new ResultFrame(id, call)));
        }
        catch (Exception exception)
        {
            Answer(new OrleansMessageRejectionException($"The answer of {call.Name} cannot be sent, but it took effect: {exception.Message}"));
        }
    }

    public override void Fail(GrainCall call, Exception exception)
    {
        ended?.Invoke(id);
        Answer(exception);
    }

    public override void NotHere(GrainCall call, SiloAddress? owner)
    {
        ended?.Invoke(id);
        Check(link.TrySend(new NotHereFrame(id, owner)));
    }

    private void Answer(Exception exception) => Check(link.TrySend(new FailureFrame(id, exception)));

    private void Check(bool sent)
    {
        if (!sent) link.Close("it does not read its answers");
    }
}
