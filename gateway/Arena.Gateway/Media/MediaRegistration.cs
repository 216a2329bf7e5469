using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Media.Pictures;
using Arena.Gateway.Media.Rest;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Media.Sweeping;
using Arena.Gateway.Media.Uploads;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media;

/// <summary>Composition of the media. Needs the storage, the authors, the quizzes' rates and the API's conventions beside it.</summary>
internal static class MediaRegistration
{
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MediaOptions>().Bind(configuration.GetSection(MediaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MediaOptions>, MediaOptionsValidator>();
        services.AddSingleton(new ProblemCodes(typeof(MediaErrorCode)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<MediaFolders>();
        if (IsS3(configuration))
        {
            services.AddOptions<MediaS3Options>().Bind(configuration.GetSection(MediaS3Options.Section)).ValidateOnStart();
            services.AddSingleton<IValidateOptions<MediaS3Options>, MediaS3OptionsValidator>();
            services.AddSingleton<IMediaStore, S3MediaStore>();
        }
        else
        {
            services.AddSingleton<IMediaStore, FolderMediaStore>();
        }
        services.AddSingleton(provider => new MediaOrigin(provider.GetRequiredService<IOptions<MediaOptions>>().Value.CdnBaseUrl?.GetLeftPart(UriPartial.Authority)));
        services.AddSingleton<MediaQuota>();
        services.AddSingleton<MediaQueue>();
        services.AddSingleton<MediaLibrary>();
        services.AddSingleton<OwnMedia>();
        services.AddSingleton<MediaIntake>();
        services.AddSingleton<StoredMedia>();
        services.AddSingleton<MediaUploads>();
        services.AddSingleton<MediaReads>();
        services.AddSingleton<MediaSweep>();
        services.AddHostedService<MediaSweepService>();
        services.AddHostedService<PictureLibraryCheck>();
        return services;
    }

    /// <summary>A value that is none of both stops the start where the options are bound.</summary>
    private static bool IsS3(IConfiguration configuration) =>
        Enum.TryParse<MediaStoreKind>(configuration[$"{MediaOptions.Section}:{nameof(MediaOptions.Store)}"], ignoreCase: true, out var kind) && kind == MediaStoreKind.S3;
}
