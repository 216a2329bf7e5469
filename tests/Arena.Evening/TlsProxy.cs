using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Arena.TestKit.Processes;

namespace Arena.Evening;

/// <summary>HAProxy before a gateway: ends TLS with a certificate of its own making, and cuts connections that are idle.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly HaProxy _proxy;

    private TlsProxy(HaProxy proxy, Uri address) => (_proxy, Address) = (proxy, address);

    public Uri Address { get; }

    /// <param name="folder">Where its certificate and its configuration go.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="gateway">Where requests go.</param>
    /// <param name="idleLimitSeconds">After how long without bytes it cuts a connection.</param>
    public static async Task<TlsProxy> StartAsync(string folder, int port, Uri gateway, int idleLimitSeconds)
    {
        var certificate = Path.Combine(folder, "localhost.pem");
        await File.WriteAllTextAsync(certificate, Certificate());
        var configuration = Path.Combine(folder, "haproxy.cfg");
        var template = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "haproxy.cfg"));
        await File.WriteAllTextAsync(configuration, template
            .Replace("@LIMIT@", idleLimitSeconds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@PORT@", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@CERTIFICATE@", certificate, StringComparison.Ordinal)
            .Replace("@GATEWAY@", gateway.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var address = new Uri($"https://localhost:{port}");
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var http = new HttpClient(handler) { BaseAddress = address };
        return new(await HaProxy.StartAsync(configuration, http), address);
    }

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    /// <summary>A certificate for this machine alone and its key, as PEM.</summary>
    private static string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
