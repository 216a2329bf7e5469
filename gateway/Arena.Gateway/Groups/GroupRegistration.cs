using Arena.Gateway.Http;

namespace Arena.Gateway.Groups;

/// <summary>Composition of the groups.</summary>
internal static class GroupRegistration
{
    public static IServiceCollection AddGroups(this IServiceCollection services)
    {
        services.AddOptions<GroupOptions>().BindConfiguration(GroupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(new ProblemCodes(typeof(GroupErrorCode)))
            .AddSingleton<GroupStore>()
            .AddSingleton<GroupMembers>()
            .AddSingleton<GroupCodeGuard>();
    }
}
