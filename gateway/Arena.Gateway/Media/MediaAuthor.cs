using Arena.Gateway.Authority;

namespace Arena.Gateway.Media;

/// <summary>Whose media they are.</summary>
/// <param name="Id">The author or account.</param>
/// <param name="IsGuest">Whether it is an author without an account.</param>
/// <param name="Payer">Whose daily allowance is used.</param>
internal sealed record MediaAuthor(Guid Id, bool IsGuest, string Payer)
{
    public static MediaAuthor Of(HttpContext http) => new(http.User.Id(), http.User.IsAnonymousAuthor(), RateCaller.Of(http).Payer);
}
