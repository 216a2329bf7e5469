namespace Arena.Gateway.Authors;

/// <summary>Composition of the authors.</summary>
internal static class AuthorRegistration
{
    // Long, because an author without an account cannot sign in again: a lost token is a lost library.
    private static readonly TimeSpan AccessLifetime = TimeSpan.FromDays(365);
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(730);

    public static IServiceCollection AddAuthors(this IServiceCollection services)
    {
        services.AddAuthentication().AddBearerToken(Author.Scheme, bearer =>
        {
            bearer.BearerTokenExpiration = AccessLifetime;
            bearer.RefreshTokenExpiration = RefreshLifetime;
        });
        return services;
    }
}
