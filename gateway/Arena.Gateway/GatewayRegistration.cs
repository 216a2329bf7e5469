using System.Security.Cryptography.X509Certificates;
using Arena.Gateway.Configuration;
using Arena.Gateway.Http;
using Arena.Gateway.Refusals;
using Arena.Gateway.Security;
using Arena.Hosting.Secrets;
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

    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        services.AddSingleton(provider => new FrameOrigins(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.FrameOrigins));
        services.AddSingleton<RefusalLog>();
        services.Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        var protection = services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, GatewayKeys>();
        AddKeyCertificates(protection, configuration);
        // Without a certificate it warns that the keys are stored as they are. They are in the database, beside what they protect, whose file
        // is its owner's alone.
        services.AddLogging(logging => logging.AddFilter(typeof(XmlKeyManager).FullName, LogLevel.Error));
        return services;
    }

    /// <summary>What cannot be loaded is left out here: the validator of the options stops the start and names it.</summary>
    private static void AddKeyCertificates(IDataProtectionBuilder protection, IConfiguration configuration)
    {
        var paths = configuration.GetSection($"{GatewayOptions.Section}:{nameof(GatewayOptions.KeyCertificates)}").Get<List<string>>() ?? [];
        if (paths.Select(KeyCertificate.TryLoad).OfType<X509Certificate2>().ToArray() is not [var first, ..] certificates)
            return;
        protection.ProtectKeysWithCertificate(first).UnprotectKeysWithAnyCertificate(certificates);
        protection.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PlainKeyEncryption>(provider, first));
    }
}
