namespace Arena.Gateway.Media;

/// <summary>Ends the reading of content that is not taken, at whatever depth its reader is.</summary>
internal sealed class MediaRefusedException(MediaRefusal refusal) : Exception(refusal.Detail)
{
    public MediaRefusedException(MediaErrorCode code, string detail)
        : this(new MediaRefusal(code, Detail: detail))
    {
    }

    public MediaRefusal Refusal { get; } = refusal;
}
