using Arena.Game.Vocabulary;
using Arena.Grains.Events;
using Arena.Grains.Ports;
using Arena.Storage.Events;
using Arena.Storage.Model;
using Arena.Storage.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage.Tests;

/// <summary>Mails with reports of games that are really played, on every database.</summary>
public abstract class GameReportMailsTests : DatabaseTests
{
    private GameReportMails Consumer => new(Storage.Services.GetRequiredService<EventInbox>(), TimeProvider.System);

    [Theory]
    [InlineData(true, "ann@example.org", 1)]
    [InlineData(false, "ann@example.org", 0)]
    [InlineData(true, null, 0)]
    public async Task A_game_that_ended_has_one_mail_if_its_host_wants_it_however_often_its_events_come(bool wants, string? address, int expected)
    {
        var game = await TestGame.LaunchAsync(Storage.Journal, "AAAAAA", seed: 1);
        await using var context = Storage.Context();
        var host = new UserRow
        {
            Id = Guid.NewGuid(),
            Username = "Ann",
            NameKey = "ann",
            Email = address,
            EmailKey = address,
            MailLanguage = address is null ? null : "fr",
            WantsReportMail = wants,
        };
        context.Users.Add(host);
        await context.SaveChangesAsync();
        await context.GameSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, host.Id));
        await game.JoinAsync(5);
        await game.PlayAsync(rounds: 2);
        await HandleAllAsync();
        Assert.Empty(await context.Mails.ToListAsync());

        await game.HostAsync(new HostAction.End());
        await HandleAllAsync();
        await HandleAllAsync();
        var mails = await context.Mails.AsNoTracking().ToListAsync();
        Assert.Equal(expected, mails.Count);
        var session = await context.GameSessions.Select(row => row.Id).SingleAsync();
        Assert.All(mails, mail => Assert.Equal(
            (host.Id, MailKind.GameReport, "fr", address, session, true, 0),
            (mail.UserId, mail.Kind, mail.Language, mail.Address, mail.SessionId, mail.DueAt == mail.CreatedAt, mail.Attempts)));
    }

    [Fact]
    public void A_replay_sends_no_mail_again() => Assert.False(typeof(GameReportMails).IsAssignableTo(typeof(IReplayableEventConsumer)));

    private async Task HandleAllAsync()
    {
        foreach (var session in (await Storage.Services.GetRequiredService<IEventFeed>().AllAsync()).GroupBy(happened => happened.SessionId))
            await Consumer.HandleAsync(new(session.Key, [.. session]), default);
    }
}
