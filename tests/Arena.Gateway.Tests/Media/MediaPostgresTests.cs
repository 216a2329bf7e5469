using Arena.Game.Vocabulary;
using Arena.Gateway.Media.Sweeping;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Media;

/// <summary>The rows of media on PostgreSQL.</summary>
public sealed class MediaPostgresTests(PostgresServer server)
{
    [Fact]
    public async Task Media_are_uploaded_listed_used_removed_and_swept()
    {
        await using var host = await AuthoringHost.StartAsync(
            ("Arena:Storage:Provider", "postgres"), ("Arena:Storage:ConnectionString", server.ConnectionString(await server.CreateDatabaseAsync())));
        using var author = await host.AuthorAsync();
        var (sound, picture) = (MediaSteps.Fixture("sound.mp3"), Pictures.Halves(400, 200, ".png"));
        var names = new[] { await author.UploadAsync(sound, 201), await author.UploadAsync(picture, 201) }.Select(made => made.Name()).ToArray();
        await author.UploadAsync(sound, 200);
        var listed = await author.SendJsonAsync(HttpMethod.Get, "/api/media", null, 200);
        Assert.Equal(names.Order(StringComparer.Ordinal), listed.GetProperty("media").EnumerateArray().Select(each => each.GetProperty("medium").Name()).Order(StringComparer.Ordinal));

        await using var context = await host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        context.MediaUses.Add(new() { QuizId = Guid.NewGuid(), Name = names[0] });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await author.SendJsonAsync(HttpMethod.Delete, $"/api/media/{names[1]}", null, 204);

        var sweep = host.Services.GetRequiredService<MediaSweep>();
        host.Clock.Ahead += TimeSpan.FromDays(2);
        Assert.Equal(1, await sweep.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(MediumKind.Audio, Assert.Single(await context.Media.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Kind);
        // The quiz of that use is gone: the use ended in the sweep before.
        host.Clock.Ahead += TimeSpan.FromDays(2);
        Assert.Equal(1, await sweep.RunAsync(TestContext.Current.CancellationToken));
        Assert.Empty(host.MediaFiles());
    }
}
