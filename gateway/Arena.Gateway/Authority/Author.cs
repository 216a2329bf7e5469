using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Arena.Gateway.Authority;

/// <summary>Who writes quizzes without an account: an identity without a name, known by its tokens alone.</summary>
internal static class Author
{
    public const string Scheme = BearerTokenDefaults.AuthenticationScheme;
}
