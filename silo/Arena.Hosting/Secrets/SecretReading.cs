using System.Security.Cryptography.X509Certificates;
using Arena.Storage.Keys;
using Arena.Storage.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Hosting.Secrets;

/// <summary>
/// Lets a silo read what gateways have protected. It reads their keys in the database and makes none. A silo that is a gateway as well does it
/// by the gateway's own composition.
/// </summary>
internal static class SecretReading
{
    /// <summary>The gateways' setting: where their keys are encrypted, silos of consumers need the certificates too.</summary>
    private const string CertificatesKey = "Arena:Gateway:KeyCertificates";

    public static IServiceCollection AddSecretReading(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("Arena");
        var paths = configuration.GetSection(CertificatesKey).Get<List<string>>() ?? [];
        if (paths.Select(KeyCertificate.TryLoad).OfType<X509Certificate2>().ToArray() is { Length: > 0 } certificates)
            protection.UnprotectKeysWithAnyCertificate(certificates);
        services.AddOptions<KeyManagementOptions>().PostConfigure<IDbContextFactory<ArenaDbContext>>((keys, contexts) =>
        {
            if (keys.XmlRepository is not null)
                return;
            keys.XmlRepository = new DatabaseKeyRepository(contexts);
            keys.AutoGenerateKeys = false;
        });
        return services;
    }
}
