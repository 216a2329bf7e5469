using Arena.Gateway.Media.Stores;

namespace Arena.Gateway.Media.Rest;

/// <summary>Answers what ends the reading or storing of a medium, at whatever depth, by its code.</summary>
internal sealed partial class MediaRefusalFilter(ILogger<MediaRefusalFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (MediaRefusedException exception)
        {
            return MediaRefusals.Of(exception.Refusal);
        }
        catch (MediaStoreException exception)
        {
            LogNotStored(exception.Code, exception);
            return MediaRefusals.Of(new(exception.Code));
        }
    }

    [LoggerMessage(EventId = 310, Level = LogLevel.Warning, Message = "A medium could not be stored ({Code}). Check the folder or the object store of Arena:Media, and the space on it")]
    private partial void LogNotStored(MediaErrorCode code, Exception cause);
}
