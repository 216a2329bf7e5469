namespace Arena.Runtime;

/// <summary>
/// Encryption of the links. The cluster key alone proves who is at the other end; TLS keeps what is said from those who can read or alter
/// the traffic on its way. The same in every process of a cluster.
/// </summary>
public sealed class TransportTlsOptions
{
    /// <summary>Whether links are encrypted.</summary>
    public bool Enabled { get; set; }

    /// <summary>The certificate that this process shows when it listens, with its private key: a PKCS#12 file, or PEM if <see cref="CertificateKeyPath"/> is given.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The PEM file of the private key.</summary>
    public string? CertificateKeyPath { get; set; }

    /// <summary>The password of the PKCS#12 file or of the private key.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>A PEM file of authorities: a silo's certificate must come from one of them.</summary>
    public string? TrustedCertificatePath { get; set; }

    /// <summary>SHA-256 thumbprints in hexadecimal digits, separated by commas: a silo's certificate must be one of them.</summary>
    public string? TrustedThumbprints { get; set; }
}
