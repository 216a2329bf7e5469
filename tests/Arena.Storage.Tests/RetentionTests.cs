using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;
using Arena.TestKit.VirtualTime;
using Arena.Storage.Model;
using Arena.Storage.Retention;
using Arena.Storage.Tests.Support;
using Arena.Storage.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Arena.Storage.Tests;

/// <summary>Old games are deleted, and nothing else, on every database and in virtual time. The games are played on 2026-01-01.</summary>
public abstract class RetentionTests : DatabaseTests
{
    private static readonly DateTimeOffset Played = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    [Asvs("14.2.4")]
    public async Task An_ended_session_is_deleted_with_all_its_rows_when_it_is_old_enough()
    {
        await EndedAsync("AAAAAA");
        await using var context = Storage.Context();
        context.ReportLinks.Add(new() { SessionId = (await context.GameSessions.SingleAsync()).Id, Token = "token", CreatedAt = Played });
        await context.SaveChangesAsync();
        await SweepAsync(Played.AddDays(10));
        Assert.Equal((1, 1), (await context.GameSessions.CountAsync(), await context.ReportLinks.CountAsync()));

        Assert.Equal((1, 0), await SweepAsync(Played.AddDays(10).AddHours(1)));

        Assert.Equal(
            (0, 0, 0, 0, 0, 0, 0),
            (await context.GameSessions.CountAsync(), await context.EventLog.CountAsync(), await context.GamePlayers.CountAsync(),
                await context.PlayerAnswers.CountAsync(), await context.ScoreAggregates.CountAsync(), await context.SessionSnapshots.CountAsync(),
                await context.ReportLinks.CountAsync()));
    }

    [Fact]
    public async Task What_consumers_keep_of_a_session_is_deleted_with_it()
    {
        await EndedAsync("AAAAAA");
        await using var context = Storage.Context();
        var session = (await context.GameSessions.SingleAsync()).Id;
        foreach (var (id, consumer) in (IEnumerable<(Guid, string)>)[(session, "one"), (session, "two"), (Guid.NewGuid(), "one")])
        {
            context.EventInbox.Add(new() { SessionId = id, Consumer = consumer });
            context.EventBacklogs.Add(new() { SessionId = id, Consumer = consumer });
            context.EventDeadLetters.Add(new() { SessionId = id, Consumer = consumer, Type = "x.1", Error = "why" });
        }
        context.GameSummaries.Add(new() { SessionId = session });
        context.GameFigures.Add(new() { SessionId = session });
        context.QuestionFigures.Add(new() { SessionId = session, Prompt = "Why?" });
        await context.SaveChangesAsync();

        Assert.Equal((1, 0), await SweepAsync(Played.AddDays(10).AddHours(1)));

        Assert.Equal(
            (1, 1, 1, 0, 0, 0),
            (await context.EventInbox.CountAsync(), await context.EventBacklogs.CountAsync(), await context.EventDeadLetters.CountAsync(),
                await context.GameSummaries.CountAsync(), await context.GameFigures.CountAsync(), await context.QuestionFigures.CountAsync()));
    }

    [Fact]
    public async Task The_next_sweep_deletes_the_snapshot_of_an_ended_session_and_keeps_that_of_a_live_one()
    {
        await EndedAsync("AAAAAA");
        var live = await TestGame.LaunchAsync(Storage.Journal, "BBBBBB", seed: 2);
        await live.KeepSnapshotAsync();
        await using var context = Storage.Context();
        Assert.Equal(2, await context.SessionSnapshots.CountAsync());

        await SweepAsync(Played);

        Assert.Equal(live.State.SessionId, (await context.SessionSnapshots.SingleAsync()).SessionId);
    }

    [Fact]
    public async Task The_snapshot_of_an_abandoned_session_is_deleted_with_it()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.KeepSnapshotAsync();

        Assert.Equal((1, 0), await SweepAsync(Played.AddDays(4)));

        await using var context = Storage.Context();
        Assert.Equal(0, await context.SessionSnapshots.CountAsync());
    }

    [Fact]
    public async Task A_live_session_without_activity_for_long_is_deleted()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await game.JoinAsync(3);
        Assert.Equal((0, 0), await SweepAsync(Played.AddDays(2)));

        Assert.Equal((1, 0), await SweepAsync(Played.AddDays(3).AddMinutes(1)));

        Assert.Empty(await Storage.Journal.LiveSessionsAsync(default));
        await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 2);
    }

    [Fact]
    public async Task An_attempt_waits_for_its_player_until_it_is_over_and_results_go_when_the_homework_was_closed_long_ago()
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, SoloCode.Draw(), seed: 1);
        await using var context = Storage.Context();
        UserRow teacher = new() { Id = Guid.NewGuid(), Username = "Teacher", NameKey = "TEACHER", CreatedAt = Played };
        HomeworkRow homework = new()
        {
            Id = Guid.NewGuid(),
            OwnerId = teacher.Id,
            Title = "Rivers",
            QuizJson = "{}",
            Token = "t",
            DueAt = Played.AddDays(30),
            CreatedAt = Played,
        };
        HomeworkPlayerRow player = new() { Id = Guid.NewGuid(), HomeworkId = homework.Id, KeyHash = "k", Name = "Ann", NameKey = "ann", CreatedAt = Played };
        HomeworkAttemptRow attempt = new()
        {
            SessionId = game.State.SessionId,
            HomeworkId = homework.Id,
            PlayerId = player.Id,
            Number = 1,
            Code = game.State.Code,
            StartedAt = Played,
        };
        context.AddRange(teacher, homework, player, attempt);
        await context.SaveChangesAsync();
        Assert.Equal((0, 0), await SweepAsync(Played.AddDays(29)));

        (homework.ClosedAt, attempt.EndedAt) = (Played.AddDays(30), Played.AddDays(30));
        await context.SaveChangesAsync();
        Assert.Equal((1, 0), await SweepAsync(Played.AddDays(39)));
        Assert.Equal(1, await context.HomeworkAttempts.CountAsync());

        await SweepAsync(Played.AddDays(41));
        Assert.Equal((0, 0, 0), (await context.Homeworks.CountAsync(), await context.HomeworkPlayers.CountAsync(), await context.HomeworkAttempts.CountAsync()));
    }

    [Fact]
    public async Task Only_a_guest_without_a_quiz_is_deleted()
    {
        await using (var context = Storage.Context())
        {
            var author = Guest("author");
            // With tokens, which are free.
            var gone = Guest("gone");
            // With nothing but a passkey, say.
            var member = Guest("member");
            member.NameKey = "MEMBER";
            var late = Guest("late");
            late.CreatedAt = Played.AddDays(9);
            context.AddRange(gone, author, member, late);
            context.Add(new QuizRow { Id = Guid.NewGuid(), OwnerId = author.Id, Title = "?", CreatedAt = Played, UpdatedAt = Played });
            context.Add(new AuthSessionRow { Id = Guid.NewGuid(), UserId = gone.Id, RefreshTokenHash = "h", ExpiresAt = Played.AddDays(20) });
            await context.SaveChangesAsync();
        }

        Assert.Equal((0, 1), await SweepAsync(Played.AddDays(10)));

        await using var after = Storage.Context();
        Assert.Equal(["author", "late", "member"], await after.Users.Select(row => row.Username).Order().ToListAsync());
    }

    [Fact]
    [Asvs("14.2.4")]
    public async Task Sign_ins_go_when_their_time_is_over_and_the_security_log_forgets()
    {
        await using (var context = Storage.Context())
        {
            var member = Guest("member");
            member.NameKey = "MEMBER";
            context.Add(member);
            context.Add(new AuthSessionRow { Id = Guid.NewGuid(), UserId = member.Id, RefreshTokenHash = "old", ExpiresAt = Played.AddDays(10) });
            context.Add(new AuthSessionRow { Id = Guid.NewGuid(), UserId = member.Id, RefreshTokenHash = "new", ExpiresAt = Played.AddDays(11) });
            context.Add(new SecurityEventRow { At = Played.AddDays(-366), Event = SecurityEvent.SignedIn });
            context.Add(new SecurityEventRow { At = Played, Event = SecurityEvent.SignedOut });
            await context.SaveChangesAsync();
        }

        await SweepAsync(Played.AddDays(10), new());

        await using var after = Storage.Context();
        Assert.Equal("new", (await after.AuthSessions.SingleAsync()).RefreshTokenHash);
        Assert.Equal(SecurityEvent.SignedOut, (await after.SecurityEvents.SingleAsync()).Event);
    }

    [Fact]
    public async Task Api_keys_go_when_their_time_is_over()
    {
        await using (var context = Storage.Context())
        {
            var member = Guest("member");
            member.PasswordHash = "x";
            context.Add(member);
            foreach (var (hash, days) in (ValueTuple<string, int>[])[("old", 10), ("new", 11)])
            {
                context.Add(new ApiKeyRow
                {
                    Id = Guid.NewGuid(),
                    UserId = member.Id,
                    Name = hash,
                    Prefix = "arena_",
                    Hash = hash,
                    Scopes = "QuizzesRead",
                    CreatedAt = Played,
                    ExpiresAt = Played.AddDays(days),
                });
            }
            await context.SaveChangesAsync();
        }

        await SweepAsync(Played.AddDays(10), new());

        await using var after = Storage.Context();
        Assert.Equal("new", (await after.ApiKeys.SingleAsync()).Hash);
    }

    [Fact]
    public async Task Zero_days_keep_permanently()
    {
        await EndedAsync("AAAAAA");
        await TestGame.LaunchAsync(Storage.Journal, "BBBBBB", seed: 2);

        Assert.Equal((0, 0), await SweepAsync(Played.AddYears(90), new() { EndedSessionDays = 0, AbandonedSessionDays = 0, GuestDays = 0 }));
    }

    [Fact]
    public async Task A_verification_skips_a_session_of_an_interrupted_sweep_and_the_next_sweep_deletes_it()
    {
        await EndedAsync("AAAAAA");
        await using var context = Storage.Context();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, SessionStatus.Expired));
        await context.PlayerAnswers.ExecuteDeleteAsync();

        var result = await Storage.Services.GetRequiredService<StorageVerifier>().VerifyAsync("test", Assert.Fail, default);
        Assert.Equal(0, result.Sessions);

        Assert.Equal((1, 0), await SweepAsync(Played));
    }

    [Fact]
    public async Task The_service_sweeps_when_it_is_due()
    {
        await EndedAsync("AAAAAA");
        await Storage.DisposeAsync();
        var time = new ManualTimeProvider(Played.AddDays(400));
        await using var storage = await TestStorage.StartAsync(Database, time, ("Arena:Retention:SweepMinutes", "30"));

        time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(1, await storage.Commits.Swept);
    }

    [Theory]
    [InlineData("EndedSessionDays", "-1")]
    [InlineData("SweepMinutes", "0")]
    [InlineData("RowsABatch", "0")]
    public async Task A_wrong_setting_stops_the_start(string key, string value)
    {
        await Storage.DisposeAsync();

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => TestStorage.StartAsync(Database, ($"Arena:Retention:{key}", value)));

        Assert.Contains($"Arena:Retention:{key} is '{value}'. Give a number", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quizzes_are_deleted_that_are_unreachable_or_long_unused_by_an_author_without_an_account()
    {
        await using var context = Storage.Context();
        var (guest, account) = (Guest("guest"), Guest("account"));
        (account.Username, account.NameKey) = ("Ann", "ANN");
        context.Users.AddRange(guest, account);
        Guid unused = Add(guest, Played), recent = Add(guest, Played.AddDays(8)), owned = Add(account, Played);
        Guid unfinished = Add(null, Played), beingWritten = Add(null, Played.AddDays(15).AddMinutes(-30));
        Guid published = Add(null, Played, QuizVisibility.Public);
        Guid drawnFrom = Add(guest, Played);
        var game = new GameSessionRow { Id = Guid.NewGuid(), QuizId = Guid.NewGuid(), Code = "DRAWN2", CreatedAt = Played.AddDays(8), ConfigJson = "{}" };
        context.GameSessions.Add(game);
        context.SessionSources.Add(new() { SessionId = game.Id, QuizId = drawnFrom });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        await SweepAsync(Played.AddDays(15), new() { UnusedQuizDays = 10, GuestDays = 0, RowsABatch = 2 });

        context.ChangeTracker.Clear();
        Guid[] left = [.. await context.Quizzes.Select(quiz => quiz.Id).ToListAsync(TestContext.Current.CancellationToken)];
        Assert.Equal(new[] { recent, owned, beingWritten, published, drawnFrom }.Order(), left.Order());
        Assert.Equal(5 * 3, await context.Questions.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(5 * 6, await context.QuestionOptions.CountAsync(TestContext.Current.CancellationToken));

        Guid Add(UserRow? owner, DateTimeOffset changed, QuizVisibility visibility = QuizVisibility.Private)
        {
            var quiz = new QuizRow
            {
                Id = Guid.NewGuid(),
                OwnerId = owner?.Id,
                Title = "Quiz",
                Visibility = visibility,
                CreatedAt = changed,
                UpdatedAt = changed,
            };
            for (var order = 0; order < 3; order++)
            {
                var question = new QuestionRow { Id = Guid.NewGuid(), QuizId = quiz.Id, Prompt = "Why?", Order = order };
                question.Options.Add(new() { Id = Guid.NewGuid(), QuestionId = question.Id, Label = "Yes", IsCorrect = true });
                question.Options.Add(new() { Id = Guid.NewGuid(), QuestionId = question.Id, Label = "No", Order = 1 });
                quiz.Questions.Add(question);
            }
            context.Quizzes.Add(quiz);
            return quiz.Id;
        }
    }

    private static UserRow Guest(string name) => new() { Id = Guid.NewGuid(), Username = name, CreatedAt = Played };

    private async Task EndedAsync(string code)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, code, seed: 1);
        await game.JoinAsync(20);
        await game.PlayAsync(1);
        await game.KeepSnapshotAsync();
        await game.HostAsync(new HostAction.End());
    }

    private Task<(int Sessions, int Users)> SweepAsync(DateTimeOffset now, RetentionOptions? options = null) => new RetentionSweep(
        Storage.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>(),
        Storage.Services.GetRequiredService<IRetentionStatements>(),
        Options.Create(options ?? new() { EndedSessionDays = 10, AbandonedSessionDays = 3, GuestDays = 5, RowsABatch = 7 }),
        new ManualTimeProvider(now)).RunAsync(default);
}
