namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>The refresh token's cookie: no page reads it, no other site sends it, and it goes to the routes of the sign-in alone.</summary>
internal static class SignInCookie
{
    private const string Cookie = "__Secure-arena-sign-in";

    public static string? Read(HttpRequest request) => request.Cookies[Cookie];

    public static void Set(HttpResponse response, string refreshToken, TimeSpan lifetime) =>
        response.Cookies.Append(Cookie, refreshToken, Options(SignInEndpoints.Route, lifetime));

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Cookie, Options(SignInEndpoints.Route, lifetime: null));

    public static CookieOptions Options(string path, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
        Path = path,
        MaxAge = lifetime,
    };
}
