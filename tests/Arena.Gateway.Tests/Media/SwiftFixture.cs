using Amazon.Runtime;
using Amazon.S3;
using Arena.TestKit.Processes;

namespace Arena.Gateway.Tests.Media;

/// <summary>An object store for the tests of a class, where it is installed.</summary>
public sealed class SwiftFixture : IAsyncLifetime
{
    private SwiftServer? _server;
    private AmazonS3Client? _client;

    public SwiftServer Server => _server!;

    public AmazonS3Client Client => _client!;

    public async ValueTask InitializeAsync()
    {
        if (!SwiftServer.IsInstalled)
            return;
        _server = await SwiftServer.StartAsync();
        _client = new(new BasicAWSCredentials(SwiftServer.AccessKey, SwiftServer.SecretKey), new AmazonS3Config
        {
            ServiceURL = _server.Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = SwiftServer.Region,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        });
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
