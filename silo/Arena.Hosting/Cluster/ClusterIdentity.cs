using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Arena.Hosting.Cluster;

/// <summary>
/// The certificate that follows from the cluster key: HKDF-SHA-256 of the key is the private key of a pair on P-256, and the certificate is
/// signed by itself. Only a process that has the key can show it and prove possession of its private key.
/// </summary>
internal static class ClusterIdentity
{
    private const int KeyBytes = 32;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>The order of the group: a private key is less than it, and not zero.</summary>
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    public static X509Certificate2 Of(string key)
    {
        using var pair = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = PrivateKey(key) });
        var request = new CertificateRequest("CN=arena", pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication), new(ClientAuthentication)], critical: false));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    /// <summary>Derives again, with another label, in the one case in four billion that the bytes are no private key.</summary>
    private static byte[] PrivateKey(string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            var bytes = HKDF.DeriveKey(
                HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), KeyBytes, info: Encoding.UTF8.GetBytes($"arena cluster link {attempt}"));
            if (bytes.AsSpan().SequenceCompareTo(Order) < 0 && bytes.AsSpan().ContainsAnyExcept((byte)0))
                return bytes;
        }
    }
}
