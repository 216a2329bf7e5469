using Arena.Gateway.Authority;

namespace Arena.Gateway.Authors;

/// <summary>Composition of the authors.</summary>
internal static class AuthorRegistration
{
    public static IServiceCollection AddAuthors(this IServiceCollection services)
    {
        services.AddAuthentication().AddBearerToken(Author.Scheme);
        services.AddSingleton<AuthorSessions>();
        return services;
    }
}
