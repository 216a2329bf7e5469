using Arena.Gateway.Authority;
using Arena.Gateway.Configuration;
using Arena.Gateway.Quizzes.Packing;
using Arena.Gateway.Quizzes.Rest;
using Arena.Gateway.Threading;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Quizzes;

/// <summary>Composition of the quizzes. Needs the storage, the authors, the media and the API's conventions beside it.</summary>
internal static class QuizRegistration
{
    public static IServiceCollection AddQuizzes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<QuizOptions>().Bind(configuration.GetSection(QuizOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QuizOptions>, QuizOptionsValidator>();
        services.ConfigureHttpJsonOptions(json => QuizJson.Configure(json.SerializerOptions));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<QuizStore>();
        services.AddSingleton<QuizStaging>();
        services.AddSingleton<QuizQuota>();
        services.AddSingleton<ImportTickets>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton(new WorkPace(TimeProvider.System));
        services.AddSingleton<QuizDocuments>();
        services.AddSingleton<MediaExport>();
        services.AddSingleton<ArchiveImport>();
        services.AddSingleton<QuizIntake>();
        services.AddSingleton<AuthoringAllowances>();
        services.AddRateLimiter(limiter => limiter.AddPolicy<string, AuthoringRate>(AuthoringRate.Policy));
        return services;
    }
}
