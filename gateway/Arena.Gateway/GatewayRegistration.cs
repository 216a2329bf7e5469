using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Arena.Gateway;

/// <summary>What all features of the gateway stand on.</summary>
internal static class GatewayRegistration
{
    /// <summary>Bytes of a request's body, unless its route states another limit.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    private const string ApplicationName = "Arena";

    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, GatewayKeys>();
        // It warns that the keys are stored as they are. They are in the database, beside what they protect: reading it is what must be kept
        // from others, and a key beside it would protect nothing.
        services.AddLogging(logging => logging.AddFilter(typeof(XmlKeyManager).FullName, LogLevel.Error));
        return services;
    }
}
