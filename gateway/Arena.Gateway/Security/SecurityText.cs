using System.Globalization;
using System.Text;
using Arena.Gateway.Configuration;
using Arena.Gateway.Proxies;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Security;

/// <summary>Says where to report a weakness (RFC 9116), where the operator has configured a contact.</summary>
internal static class SecurityText
{
    private const string Route = "/.well-known/security.txt";
    private static readonly TimeSpan Validity = TimeSpan.FromDays(180);

    public static void MapSecurityText(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<GatewayOptions>>().Value is not { SecurityContact: { } contact } options)
            return;
        routes
            .MapGet(Route, (TimeProvider time) => TypedResults.Text(Text(contact, options, time.GetUtcNow()), "text/plain", Encoding.UTF8))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>It expires at a midnight, so that all of a day's readers get the same text.</summary>
    private static string Text(Uri contact, GatewayOptions options, DateTimeOffset now)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Contact: {contact.AbsoluteUri}\n")
            .Append(CultureInfo.InvariantCulture, $"Expires: {(now + Validity).UtcDateTime.Date:yyyy-MM-dd'T'HH:mm:ss'Z'}\n")
            .Append("Preferred-Languages: en, fr\n");
        if (options.PublicUrl is { } url && url.Scheme == Uri.UriSchemeHttps)
            text.Append(CultureInfo.InvariantCulture, $"Canonical: {PublicOrigin.Of(options)}{Route}\n");
        return text.ToString();
    }
}
