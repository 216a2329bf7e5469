using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Arena.Hosting.Secrets;

/// <summary>A PEM file with a certificate of RSA and its private key, by which the keys of data protection are encrypted.</summary>
public static class KeyCertificate
{
    /// <returns>The certificate, or null if the file holds none that can decrypt what it encrypts.</returns>
    public static X509Certificate2? TryLoad(string path)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(path);
            using var key = certificate.GetRSAPrivateKey();
            if (key is not null)
                return certificate;
            certificate.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            // What the validator says of it is all that an operator needs: which file, and what belongs in it.
        }
        return null;
    }
}
