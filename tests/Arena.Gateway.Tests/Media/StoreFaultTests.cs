using Arena.Gateway.Media;
using Arena.Gateway.Media.Stores;
using Arena.Gateway.Media.Sweeping;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Media;

/// <summary>A full disk and a store that is down are said by codes, and nothing is served that is stored in part.</summary>
public sealed class StoreFaultTests : IAsyncLifetime
{
    private readonly FaultyMediaStore _store = new();
    private AuthoringHost _host = null!;
    private HttpClient _author = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await AuthoringHost.StartAsync(services => services.AddSingleton<IMediaStore>(_store));
        _author = await _host.AuthorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _author.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_upload_to_a_full_disk_is_refused_and_its_remains_are_swept(int before)
    {
        (_store.Fault, _store.Before) = (new(MediaErrorCode.MediaStorageFull, new IOException("No space left on device")), before);
        var picture = Pictures.Halves(800, 400, ".png");
        Assert.Equal("mediaStorageFull", await _author.RefusedAsync(picture, 507));
        Assert.Empty(_host.MediaFiles());
        Assert.Equal(before, _store.Objects.Count);
        foreach (var path in _store.Objects.Keys)
        {
            using var part = await _author.MediumAsync(path);
            Assert.Equal(404, (int)part.StatusCode);
        }
        Assert.Equal(0, (await _author.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200)).GetProperty("media").GetArrayLength());

        _store.Fault = null;
        _host.Clock.Ahead += TimeSpan.FromDays(2);
        Assert.Equal(1, await SweepAsync());
        Assert.Empty(_store.Objects);
        using var author = await _host.AuthorAsync();
        await author.UploadAsync(picture, 201);
    }

    [Fact]
    public async Task The_same_upload_succeeds_when_there_is_room_again()
    {
        (_store.Fault, _store.Before) = (new(MediaErrorCode.MediaStorageFull, new IOException("No space left on device")), 1);
        var picture = Pictures.Halves(800, 400, ".png");
        await _author.RefusedAsync(picture, 507);
        _store.Fault = null;
        var made = await _author.UploadAsync(picture, 201);
        Assert.Equal(3, _store.Objects.Count);
        using var sent = await _author.MediumAsync($"{made.Name()}/640");
        Assert.Equal(200, (int)sent.StatusCode);
    }

    [Fact]
    public async Task A_store_that_is_down_is_said_by_a_code_for_uploads_and_reads_and_no_row_is_lost()
    {
        var made = await _author.UploadAsync(Pictures.Halves(100, 50, ".png"), 201);
        _store.Fault = new(MediaErrorCode.MediaStoreUnavailable, new HttpRequestException("Connection refused"));
        Assert.Equal("mediaStoreUnavailable", await _author.RefusedAsync(Pictures.Halves(100, 60, ".png"), 503));
        var refused = await _author.SendJsonAsync(HttpMethod.Get, $"/media/{made.Name()}", null, 503);
        Assert.Equal("mediaStoreUnavailable", refused.Code());
        _host.Clock.Ahead += TimeSpan.FromDays(2);
        await Assert.ThrowsAsync<MediaStoreException>(SweepAsync);
        await using (var context = await _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            Assert.Equal(2, await context.Media.CountAsync(TestContext.Current.CancellationToken));
        _store.Fault = null;
        Assert.Equal(2, await SweepAsync());
        Assert.Empty(_store.Objects);
    }

    [Fact]
    public async Task An_upload_puts_back_what_the_store_has_lost()
    {
        var picture = Pictures.Halves(100, 50, ".png");
        var made = await _author.UploadAsync(picture, 201);
        _store.Objects.Clear();
        Assert.Equal("unknownMedia", (await _author.SendJsonAsync(HttpMethod.Get, $"/media/{made.Name()}", null, 404)).Code());
        await _author.UploadAsync(picture, 200);
        using var sent = await _author.MediumAsync(made.Name());
        Assert.Equal(200, (int)sent.StatusCode);
    }

    [Fact]
    public async Task What_a_sweep_removes_at_this_moment_is_uploaded_again_after_it()
    {
        var picture = Pictures.Halves(100, 50, ".png");
        var made = await _author.UploadAsync(picture, 201);
        await using (var context = await _host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await context.Media.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MediaState.Removing), TestContext.Current.CancellationToken);
        Assert.Equal("overloaded", await _author.RefusedAsync(picture, 503));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(made.Name(), (await _author.UploadAsync(picture, 201)).Name());
    }

    [Fact]
    public void What_a_full_device_says_is_known()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");
        var full = Assert.Throws<IOException>(() => File.WriteAllBytes("/dev/full", new byte[100_000]));
        Assert.Equal(MediaErrorCode.MediaStorageFull, DiskFaults.CodeOf(full));
        Assert.Equal(MediaErrorCode.MediaStoreUnavailable, DiskFaults.CodeOf(new UnauthorizedAccessException()));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_refuses_uploads_with_a_code()
    {
        await using var host = await AuthoringHost.StartAsync(("Arena:Media:Folder", "/proc/arena-media"));
        using var author = await host.AuthorAsync();
        Assert.Equal("mediaStoreUnavailable", await author.RefusedAsync(Pictures.Halves(10, 10, ".png"), 503));
    }

    private Task<int> SweepAsync() => _host.Services.GetRequiredService<MediaSweep>().RunAsync(TestContext.Current.CancellationToken);
}
