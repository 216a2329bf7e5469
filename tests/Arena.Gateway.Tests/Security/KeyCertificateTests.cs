using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Security;

/// <summary>The keys that protect tokens, encrypted by a certificate of the operator's.</summary>
public sealed class KeyCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Asvs("13.3.1")]
    public async Task The_database_holds_no_key_as_it_is_once_there_is_a_certificate_and_what_was_protected_stays_good()
    {
        string hostKey;
        await using (var plain = new PlayHost(folder: _folder))
        {
            await using var table = await plain.OpenTableAsync();
            hostKey = table.Launch.HostKey;
            Assert.Contains("<masterKey", await KeysAsync(plain), StringComparison.Ordinal);
        }
        var (old, next) = (Certificate("old"), Certificate("next"));
        await using (var encrypted = new PlayHost(Certificates(old), _folder))
        {
            _ = encrypted.Address;
            var keys = await KeysAsync(encrypted);
            Assert.DoesNotContain("<masterKey", keys, StringComparison.Ordinal);
            Assert.Contains("EncryptedData", keys, StringComparison.Ordinal);
            await AttachesAsync(encrypted, hostKey);
        }
        await using (var rotated = new PlayHost(Certificates(next, old), _folder))
            await AttachesAsync(rotated, hostKey);
    }

    [Fact]
    public async Task A_file_without_a_certificate_stops_the_start_and_is_named()
    {
        var empty = Path.Combine(_folder, "empty.pem");
        await File.WriteAllTextAsync(empty, "");
        var (exit, log) = await ArenaProcess.RefuseAsync(_folder, Certificates(empty));
        Assert.Equal(78, exit);
        Assert.Contains($"Arena does not start: Arena:Gateway:KeyCertificates has '{empty}'", log, StringComparison.Ordinal);
    }

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(_folder, $"{name}.pem");
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return path;
    }

    private static Dictionary<string, string> Certificates(params string[] paths) =>
        paths.Index().ToDictionary(path => $"Arena:Gateway:KeyCertificates:{path.Index}", path => path.Item);

    private static async Task AttachesAsync(PlayHost arena, string hostKey)
    {
        await using var host = await arena.ConnectAsync();
        Assert.Null((await host.AttachAsync(hostKey)).Refusal);
    }

    private static async Task<string> KeysAsync(PlayHost arena)
    {
        await using var context = await arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        return string.Join('\n', await context.DataProtectionKeys.Select(row => row.Xml).ToListAsync());
    }
}
