using Arena.Gateway.Http;

namespace Arena.Gateway.Media;

/// <summary>Codes of media as REST answers them.</summary>
internal static class MediaErrorCodes
{
    public static ProblemCode AsProblem(this MediaErrorCode code) => ProblemCode.Of(code, StatusOf(code));

    private static int StatusOf(MediaErrorCode code) => code switch
    {
        MediaErrorCode.MediaKindUnknown => StatusCodes.Status415UnsupportedMediaType,
        MediaErrorCode.MediaTooLarge => StatusCodes.Status413PayloadTooLarge,
        MediaErrorCode.MediaTooManyPixels or MediaErrorCode.MediaTooLong or MediaErrorCode.MediaDamaged => StatusCodes.Status422UnprocessableEntity,
        MediaErrorCode.UnknownMedia => StatusCodes.Status404NotFound,
        MediaErrorCode.MediaStorageFull => StatusCodes.Status507InsufficientStorage,
        MediaErrorCode.MediaStoreUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };
}
