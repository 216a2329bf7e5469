using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Orleans.Connections.Security;

namespace Arena.Hosting.Cluster;

/// <summary>
/// TLS on every link of the cluster, with a certificate at both ends. Without a certificate of the operator's own, the identity is derived from
/// the cluster key: all processes derive the same one, and each accepts only that (<see cref="ClusterIdentity"/>). With one, each accepts
/// what the configured authority has issued.
/// </summary>
internal static class ClusterTls
{
    private const string AnyName = "arena";

    public static Action<TlsOptions> From(IConfiguration configuration)
    {
        var cluster = configuration.GetSection(ClusterConfiguration.Section).Get<ArenaClusterOptions>()!;
        return tls => Configure(tls, cluster);
    }

    private static void Configure(TlsOptions tls, ArenaClusterOptions cluster)
    {
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        // The other end must prove its key, not its host name.
        tls.OnAuthenticateAsClient = (_, options) => options.TargetHost = AnyName;
        if (cluster.Tls.CertificatePath is null)
        {
            var identity = ClusterIdentity.Of(cluster.Key);
            var expected = identity.PublicKey.ExportSubjectPublicKeyInfo();
            tls.LocalCertificate = identity;
            tls.RemoteCertificateValidation = (remote, _, _) =>
                CryptographicOperations.FixedTimeEquals(remote.PublicKey.ExportSubjectPublicKeyInfo(), expected);
            return;
        }
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(cluster.Tls.TrustedCertificatePath!);
        tls.LocalCertificate = cluster.Tls.Load();
        tls.RemoteCertificateValidation = (remote, _, _) => IsIssuedBy(authorities, remote);
    }

    private static bool IsIssuedBy(X509Certificate2Collection authorities, X509Certificate2 remote)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(remote);
    }
}
