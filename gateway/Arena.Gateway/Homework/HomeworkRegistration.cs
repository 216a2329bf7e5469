using Arena.Gateway.Http;

namespace Arena.Gateway.Homework;

/// <summary>Composition of homework and practice.</summary>
internal static class HomeworkRegistration
{
    public static IServiceCollection AddHomework(this IServiceCollection services)
    {
        services.AddOptions<HomeworkOptions>().BindConfiguration(HomeworkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(new ProblemCodes(typeof(HomeworkErrorCode)))
            .AddSingleton<SoloSessions>()
            .AddSingleton<HomeworkStore>()
            .AddSingleton<HomeworkResultsReader>()
            .AddSingleton<AttemptStore>()
            .AddSingleton<HomeworkClosing>()
            .AddHostedService<HomeworkClosingService>();
    }
}
