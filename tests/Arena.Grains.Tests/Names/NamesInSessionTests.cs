using Arena.Game.Vocabulary;

namespace Arena.Grains.Tests.Names;

/// <summary>Names as players and hosts of a running session have them.</summary>
public sealed class NamesInSessionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_host_s_setting_decides_whether_words_that_offend_are_refused(bool filtered) => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false, new() { FilterNames = filtered });
        GameErrorCode? expected = filtered ? GameErrorCode.NicknameUnfit : null;

        Assert.Equal(expected, (await fixture.Session.Join(new(Guid.NewGuid(), "Sh1thead"))).Refusal);
        Assert.Equal(expected, (await fixture.Session.Command(
            fixture.SessionId, GrainInterfaces.HostCommand.For(Guid.NewGuid(), 0, new HostAction.Rename(0, "Connard")))).Refusal);
        Assert.Null((await fixture.Session.Join(new(Guid.NewGuid(), "Cassandre"))).Refusal);
    });

    [Fact]
    public void A_suggested_name_is_free() => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 0, ask: false);
        for (var player = 0; player < 50; player++)
        {
            var suggested = await fixture.Session.SuggestName(player % 2 == 0 ? NameLanguage.En : NameLanguage.Fr);
            Assert.True((await fixture.Session.Join(new(Guid.NewGuid(), suggested.Value!.Nickname))).Accepted);
        }
    });

    [Fact]
    public void Where_there_is_no_game_no_name_is_suggested() => SimulatedFixture.Run(async fixture =>
    {
        Assert.Equal(GameErrorCode.UnknownSession, (await fixture.Session.SuggestName(NameLanguage.En)).Refusal);
        await fixture.LaunchAsync(players: 1, ask: false);
        Assert.True((await fixture.CommandAsync(new HostAction.End(), 0)).Accepted);
        Assert.Equal(GameErrorCode.SessionEnded, (await fixture.Session.SuggestName(NameLanguage.En)).Refusal);
    });
}
