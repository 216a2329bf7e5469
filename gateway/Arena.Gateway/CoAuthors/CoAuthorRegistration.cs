namespace Arena.Gateway.CoAuthors;

/// <summary>Composition of the invitations. Needs the storage, the accounts and the mail beside it.</summary>
internal static class CoAuthorRegistration
{
    public static IServiceCollection AddCoAuthorInvitations(this IServiceCollection services) => services.AddSingleton<CoAuthorInvitations>();
}
