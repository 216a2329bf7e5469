using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arena.Runtime.Tests;

public sealed class TlsTests : IDisposable
{
    private const string Password = "opens the file";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arena-tls-");

    [Fact]
    public async Task Links_are_encrypted_and_the_certificate_is_trusted_by_its_thumbprint()
    {
        var (path, certificate) = Certificate();
        await using var silo = await TransportHost.SiloAsync(Tls(path, thumbprint: Thumbprint(certificate)));
        await using var client = TransportHost.Client(Tls(null, thumbprint: Thumbprint(certificate)));
        silo.Receiver.OnFrame = (link, text) => link.TrySend(new TextFrame("echo of " + text));

        var link = await client.ConnectAsync(silo);
        link.TrySend(new TextFrame(new string('x', 100_000)));

        Assert.Equal("echo of " + new string('x', 100_000), await client.Receiver.NextFrameAsync());
        link.Close("enough");
        await silo.Receiver.NextClosedAsync();
    }

    [Fact]
    public async Task The_certificate_is_trusted_by_its_authority()
    {
        var (path, certificate) = Certificate();
        var pem = Path.Combine(_folder.FullName, "authority.pem");
        await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem());
        await using var silo = await TransportHost.SiloAsync(Tls(path, authority: pem));

        Assert.NotNull(await silo.ConnectAsync(silo.Address));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_refused()
    {
        var (path, _) = Certificate();
        var (_, other) = Certificate();
        await using var silo = await TransportHost.SiloAsync(Tls(path, thumbprint: Thumbprint(other)));
        await using var client = TransportHost.Client(Tls(null, thumbprint: Thumbprint(other)));

        await Assert.ThrowsAsync<LinkException>(() => client.ConnectAsync(silo));
    }

    [Fact]
    public async Task An_encrypted_silo_takes_no_plain_link()
    {
        var (path, certificate) = Certificate();
        await using var silo = await TransportHost.SiloAsync(Tls(path, thumbprint: Thumbprint(certificate)));
        await using var client = TransportHost.Client();

        await Assert.ThrowsAsync<LinkException>(() => client.ConnectAsync(silo));
        await silo.StopAsync();
        Assert.Equal(0, silo.Receiver.AcceptedCount);
    }

    [Fact]
    public async Task Who_stands_between_with_a_trusted_certificate_of_its_own_cannot_pass_the_handshake_on()
    {
        var (siloPath, siloCertificate) = Certificate();
        var (_, ownCertificate) = Certificate();
        var trusted = $"{Thumbprint(siloCertificate)},{Thumbprint(ownCertificate)}";
        await using var silo = await TransportHost.SiloAsync(Tls(siloPath, thumbprint: trusted));
        await using var client = TransportHost.Client(Tls(null, thumbprint: trusted));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var dialling = client.ConnectAsync(silo.Address with { Port = ((IPEndPoint)listener.LocalEndpoint).Port });
        await using var front = new SslStream(new NetworkStream(await listener.AcceptSocketAsync().Soon(), ownsSocket: true));
        await front.AuthenticateAsServerAsync(ownCertificate).Soon();
        await using var back = new SslStream(
            await silo.DialBareAsync(), false, (_, shown, _, _) => shown?.GetCertHashString() == siloCertificate.GetCertHashString());
        await back.AuthenticateAsClientAsync("").Soon();
        var there = front.CopyToAsync(back);
        var thence = back.CopyToAsync(front);
        await Task.WhenAny(thence).Soon();
        await front.DisposeAsync();

        await Assert.ThrowsAsync<LinkException>(() => dialling);

        await Task.WhenAny(there).Soon();
        Assert.Equal("WrongKey", await silo.RefusalAsync());
    }

    [Fact]
    public async Task A_silo_that_listens_needs_a_certificate()
    {
        var (_, certificate) = Certificate();

        var failure = await Assert.ThrowsAsync<LinkException>(
            () => TransportHost.SiloAsync(Tls(null, thumbprint: Thumbprint(certificate))));

        Assert.StartsWith("Arena:Cluster:Tls:CertificatePath is missing", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Thumbprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static Action<TransportOptions> Tls(string? path, string? thumbprint = null, string? authority = null) => options =>
    {
        options.Tls.Enabled = true;
        options.Tls.CertificatePath = path;
        options.Tls.CertificatePassword = path is null ? null : Password;
        options.Tls.TrustedThumbprints = thumbprint;
        options.Tls.TrustedCertificatePath = authority;
    };

    private (string Path, X509Certificate2 Certificate) Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=silo-{Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return (path, certificate);
    }
}
