using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arena.Evening;

/// <summary>HAProxy before a gateway: ends TLS with a certificate of its own making, and cuts connections that are idle.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly Process _process;

    private TlsProxy(Process process, int port) => (_process, Address) = (process, new($"https://localhost:{port}"));

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
        var proxy = new TlsProxy(Process.Start(new ProcessStartInfo("haproxy", ["-f", configuration]))!, port);
        try
        {
            await proxy.ReadyAsync();
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var http = new HttpClient(handler) { BaseAddress = Address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await http.GetAsync(new Uri("/healthz/ready", UriKind.Relative))).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (tries < 100 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

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
