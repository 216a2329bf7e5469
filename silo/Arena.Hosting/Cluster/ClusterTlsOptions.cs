using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arena.Hosting.Cluster;

/// <summary>A certificate of the operator's own for the links of the cluster. Section <c>Arena:Cluster:Tls</c>; all may be left out.</summary>
internal sealed class ClusterTlsOptions
{
    public const string Section = ClusterConfiguration.Section + ":Tls";

    /// <summary>A PEM file with this process's certificate, for both ends of a connection.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>A PEM file with its private key; the same file if left out.</summary>
    public string? KeyPath { get; set; }

    /// <summary>A PEM file with the authorities whose certificates the other processes show.</summary>
    public string? TrustedCertificatePath { get; set; }

    /// <exception cref="CryptographicException">The files hold no certificate with its private key.</exception>
    public X509Certificate2 Load()
    {
        using var certificate = X509Certificate2.CreateFromPemFile(CertificatePath!, KeyPath);
        // Not every platform's TLS takes a key that was read from PEM.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
