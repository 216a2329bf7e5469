using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Arena.Cluster.Tests.Support;
using Arena.Hosting.Cluster;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Arena.Cluster.Tests;

/// <summary>Who may talk to a silo: a process with the cluster key, or with a certificate of the configured authority, and no other.</summary>
public sealed class ClusterTlsTests : IAsyncDisposable
{
    private const string Key = "a key of thirty-two characters or more";

    /// <summary>How long a client may take that is served, on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>How long a client tries that is not.</summary>
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("arena-tls-").FullName;
    private readonly int _port = SiloEndpoints.FreePort(IPAddress.Loopback);
    private IHost? _silo;

    public async ValueTask DisposeAsync()
    {
        if (_silo is not null)
        {
            await _silo.StopAsync();
            _silo.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_same_key_gives_the_same_identity_and_another_key_another()
    {
        using var one = ClusterIdentity.Of(Key);
        using var same = ClusterIdentity.Of(Key);
        using var other = ClusterIdentity.Of(Key + "!");
        Assert.True(one.HasPrivateKey);
        Assert.Equal(one.GetPublicKeyString(), same.GetPublicKeyString());
        Assert.NotEqual(one.GetPublicKeyString(), other.GetPublicKeyString());
    }

    [Fact]
    public async Task A_client_with_the_key_is_served()
    {
        await StartSiloAsync(Keyed(Key));
        Assert.True(await IsServedAsync(Keyed(Key), Patience));
    }

    [Fact]
    [Asvs("12.1.3", "12.3.4")]
    public async Task A_client_with_another_key_is_refused()
    {
        await StartSiloAsync(Keyed(Key));
        Assert.False(await IsServedAsync(Keyed(Key + "!"), Attempt));
    }

    [Fact]
    [Asvs("12.3.1", "12.3.3")]
    public async Task A_client_without_encryption_is_refused()
    {
        await StartSiloAsync(Keyed(Key));
        Assert.False(await IsServedAsync(tls: null, Attempt));
    }

    [Fact]
    public async Task A_client_does_not_talk_to_a_silo_with_another_key()
    {
        await StartSiloAsync(Keyed(Key + "!"));
        Assert.False(await IsServedAsync(Keyed(Key), Attempt));
    }

    [Fact]
    public async Task A_silo_sends_a_stranger_who_sends_nothing_not_one_byte()
    {
        await StartSiloAsync(Keyed(Key));
        using var stranger = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await stranger.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
        stranger.Shutdown(SocketShutdown.Send);
        Assert.Equal(0, await stranger.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Fact]
    [Asvs("12.3.2")]
    public async Task With_custom_certificates_their_authority_decides()
    {
        using var authority = Authority("CN=ours");
        using var stranger = Authority("CN=theirs");
        await StartSiloAsync(Certified("silo", authority, authority));
        Assert.True(await IsServedAsync(Certified("gateway", authority, authority), Patience));
        Assert.False(await IsServedAsync(Certified("stranger", stranger, authority), Attempt));
        Assert.False(await IsServedAsync(Keyed(Key), Attempt));
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_stops_the_start_with_its_key_and_remedy()
    {
        var options = new ArenaClusterOptions { Key = Key };
        options.Tls.CertificatePath = Path.Combine(_folder, "absent.pem");
        var faults = new ArenaClusterOptionsValidator().Validate(null, options).Failures!.ToList();
        Assert.Contains(faults, fault => fault.StartsWith("Arena:Cluster:Tls:TrustedCertificatePath is ''", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Arena:Cluster:Tls:CertificatePath is '" + options.Tls.CertificatePath, StringComparison.Ordinal));
    }

    private static Dictionary<string, string?> Keyed(string key) => new() { ["Arena:Cluster:Key"] = key };

    private Dictionary<string, string?> Certified(string name, X509Certificate2 issuer, X509Certificate2 trusted)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", pair, HashAlgorithmName.SHA256);
        using var issued = request.Create(issuer, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), [1, 2, 3]);
        var (own, authority) = (Path.Combine(_folder, name + ".pem"), Path.Combine(_folder, name + ".ca.pem"));
        File.WriteAllText(own, issued.ExportCertificatePem() + "\n" + pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(authority, trusted.ExportCertificatePem());
        return new()
        {
            ["Arena:Cluster:Key"] = Key,
            ["Arena:Cluster:Tls:CertificatePath"] = own,
            ["Arena:Cluster:Tls:TrustedCertificatePath"] = authority,
        };
    }

    private static X509Certificate2 Authority(string name)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, pair, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-2), DateTimeOffset.UtcNow.AddHours(2));
    }

    private async Task StartSiloAsync(Dictionary<string, string?> tls)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(tls);
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(SiloEndpoints.FreePort(IPAddress.Loopback), _port, serviceId: "arena", clusterId: "tls")
            .UseTls(ClusterTls.From(builder.Configuration)));
        builder.Services.AddSingleton(new Probe());
        _silo = builder.Build();
        await _silo.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task<bool> IsServedAsync(Dictionary<string, string?>? tls, TimeSpan patience)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleansClient(client =>
        {
            client.UseLocalhostClustering(_port, serviceId: "arena", clusterId: "tls");
            client.Configure<ClientMessagingOptions>(calls => calls.ResponseTimeout = patience);
            if (tls is not null)
                client.UseTls(ClusterTls.From(new ConfigurationBuilder().AddInMemoryCollection(tls).Build()));
        });
        using var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken).WaitAsync(patience, TestContext.Current.CancellationToken);
            await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetHosts();
            return true;
        }
        catch (Exception refused) when (refused is OrleansException or TimeoutException or SiloUnavailableException)
        {
            return false;
        }
    }
}
