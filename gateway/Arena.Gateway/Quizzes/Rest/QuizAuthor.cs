using Arena.Gateway.Authority;
using Arena.Gateway.Http;

namespace Arena.Gateway.Quizzes.Rest;

/// <summary>Who stores a quiz.</summary>
/// <param name="Id">The author or account.</param>
/// <param name="IsGuest">Whether it is an author without an account.</param>
/// <param name="Network">The network of the request.</param>
internal sealed record QuizAuthor(Guid Id, bool IsGuest, string Network)
{
    public static QuizAuthor Of(HttpContext http) => new(http.User.Id(), http.User.IsAnonymousAuthor(), AddressRate.Network(http));
}
