using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Arena.Storage.Model;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Arena.Gateway.Security;

/// <summary>
/// Encrypts the keys that the database holds as they are, once a certificate is configured: a key stays good for what it has protected, so
/// that one of before would open everything to a reader of the database.
/// </summary>
internal sealed partial class PlainKeyEncryption(
    X509Certificate2 certificate, IDbContextFactory<ArenaDbContext> contexts, ILoggerFactory loggers, ILogger<PlainKeyEncryption> logger) : IHostedService
{
    private static readonly XNamespace DataProtection = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>By now the database has its schema.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var encryptor = new CertificateXmlEncryptor(certificate, loggers);
        foreach (var row in await context.DataProtectionKeys.ToListAsync(cancellationToken))
            row.Xml = Encrypted(row.Xml, encryptor);
        if (await context.SaveChangesAsync(cancellationToken) is > 0 and var count)
            LogEncrypted(count, certificate.Subject);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Encrypted(string xml, CertificateXmlEncryptor encryptor)
    {
        var key = XElement.Parse(xml);
        var secrets = key.Descendants().Where(element => (bool?)element.Attribute(DataProtection + "requiresEncryption") == true).ToList();
        if (secrets.Count == 0)
            return xml;
        foreach (var secret in secrets)
        {
            secret.Nodes().OfType<XComment>().Remove();
            var encrypted = encryptor.Encrypt(secret);
            secret.ReplaceWith(new XElement(
                DataProtection + "encryptedSecret",
                new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!),
                encrypted.EncryptedElement));
        }
        return key.ToString(SaveOptions.DisableFormatting);
    }

    [LoggerMessage(EventId = 255, Level = LogLevel.Information, Message = "{Count} keys that the database held as they are were encrypted by the certificate {Subject}. Older backups hold them still")]
    private partial void LogEncrypted(int count, string subject);
}
