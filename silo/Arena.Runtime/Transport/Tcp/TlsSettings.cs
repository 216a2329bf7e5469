using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arena.Runtime;

/// <summary>
/// The certificates of an encrypted transport. A silo's certificate is trusted by its authority or its thumbprint; which host names it is
/// for is not asked, since the handshake binds the cluster key to the very certificate that was shown.
/// </summary>
internal sealed class TlsSettings : IDisposable
{
    private const SslProtocols Protocols = SslProtocols.Tls12 | SslProtocols.Tls13;

    private readonly X509Certificate2Collection _authorities = [];
    private readonly HashSet<string> _thumbprints = new(StringComparer.OrdinalIgnoreCase);

    public TlsSettings(TransportTlsOptions options)
    {
        if (options.TrustedThumbprints is { } thumbprints)
        {
            foreach (var thumbprint in thumbprints.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Convert.FromHexString(thumbprint).Length != SHA256.HashSizeInBytes)
                    throw new ArgumentException($"'{thumbprint}' is not a SHA-256 thumbprint.");
                _thumbprints.Add(thumbprint);
            }
        }

        if (options.TrustedCertificatePath is { } path) _authorities.ImportFromPemFile(path);
        Certificate = Load(options);
    }

    /// <summary>What this process shows when it listens.</summary>
    public X509Certificate2? Certificate { get; }

    public bool TrustsAny => _authorities.Count > 0 || _thumbprints.Count > 0;

    public async Task<SslStream> ListenAsync(Stream inner, CancellationToken cancel)
    {
        var stream = new SslStream(inner);
        try
        {
            await stream.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = Certificate, EnabledSslProtocols = Protocols }, cancel);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public async Task<SslStream> DialAsync(Stream inner, string host, CancellationToken cancel)
    {
        var stream = new SslStream(inner);
        try
        {
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host,
                    EnabledSslProtocols = Protocols,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 shown && IsTrusted(shown),
                },
                cancel);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        Certificate?.Dispose();
        foreach (var authority in _authorities) authority.Dispose();
    }

    private static X509Certificate2? Load(TransportTlsOptions options) => options switch
    {
        { CertificatePath: null } => null,
        { CertificatePath: { } path, CertificateKeyPath: null } => X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword),
        { CertificatePath: { } path, CertificatePassword: null } => X509Certificate2.CreateFromPemFile(path, options.CertificateKeyPath),
        { CertificatePath: { } path } => X509Certificate2.CreateFromEncryptedPemFile(path, options.CertificatePassword, options.CertificateKeyPath),
    };

    private bool IsTrusted(X509Certificate2 certificate)
    {
        if (_thumbprints.Contains(certificate.GetCertHashString(HashAlgorithmName.SHA256))) return true;
        if (_authorities.Count == 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
