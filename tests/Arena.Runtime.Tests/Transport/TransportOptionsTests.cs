namespace Arena.Runtime.Tests;

public sealed class TransportOptionsTests
{
    [Fact]
    public void The_defaults_with_a_key_are_valid() => Assert.Empty(Faults(static _ => { }));

    [Fact]
    public void A_missing_key_is_named_with_how_to_make_one() => Assert.Equal(
        ["Arena:Cluster:Key is missing; make one with: openssl rand -base64 48, and give the same one to every process of the cluster."],
        Faults(static options => options.Key = ""));

    [Fact]
    public void A_short_key_is_refused_and_not_shown()
    {
        var fault = Assert.Single(Faults(static options => options.Key = "hunter2"));

        Assert.StartsWith("Arena:Cluster:Key has 7 characters, and needs at least 32; make one with", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_bad_value_is_named_with_what_would_be_right()
    {
        var faults = Faults(static options =>
        {
            options.ListenAddress = "localhost";
            options.ListenPort = 70_000;
            options.AdvertisedHost = "not a host";
            options.MaxFrameBytes = 100_000;
            options.MaxQueuedBytes = 100_000;
            options.MaxLinks = 0;
            options.HandshakeTimeout = TimeSpan.Zero;
            options.IdleTimeout = TimeSpan.FromSeconds(9);
        });

        Assert.Equal(
            [
                "Arena:Cluster:ListenAddress is 'localhost'; give an IP address of this machine, or 0.0.0.0 for all.",
                "Arena:Cluster:AdvertisedHost is 'not a host'; give a host name or an IP address, for example silo-1.internal.",
                "Arena:Cluster:ListenPort is 70000; give a port from 1 to 65535, or 0 to leave it to the system.",
                "Arena:Cluster:MaxQueuedBytes is 100000; give a number from 100004 to 1073741823.",
                "Arena:Cluster:MaxLinks is 0; give a number from 1 to 100000.",
                "Arena:Cluster:HandshakeTimeout is 00:00:00; give a time from 00:00:00.0100000 to 00:10:00, for example 00:00:15.",
                "Arena:Cluster:IdleTimeout is 00:00:09; give a time from 00:00:10 to 00:10:00, for example 00:00:15.",
            ],
            faults);
    }

    [Fact]
    public void Listening_on_all_addresses_needs_one_to_tell_the_others()
    {
        Assert.Contains(
            "give this machine's host name or IP address", Assert.Single(Faults(static options => options.ListenAddress = "0.0.0.0")),
            StringComparison.Ordinal);
        Assert.Empty(Faults(static options => (options.ListenAddress, options.AdvertisedHost) = ("0.0.0.0", "10.0.0.7")));
    }

    [Fact]
    public void Encryption_needs_somebody_to_trust_and_files_that_can_be_read()
    {
        Assert.Contains("trusts nobody", Assert.Single(Faults(static options => options.Tls.Enabled = true)), StringComparison.Ordinal);
        Assert.Contains("cannot be used", Assert.Single(Faults(static options =>
        {
            options.Tls.Enabled = true;
            options.Tls.CertificatePath = "/nowhere/silo.pfx";
        })), StringComparison.Ordinal);
        Assert.Contains("cannot be used", Assert.Single(Faults(static options =>
        {
            options.Tls.Enabled = true;
            options.Tls.TrustedThumbprints = "AB12";
        })), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(Action<TransportOptions> configure)
    {
        var options = new TransportOptions { Key = TransportHost.Key };
        configure(options);
        return new TransportOptionsValidator().Validate(null, options).Failures ?? [];
    }
}
