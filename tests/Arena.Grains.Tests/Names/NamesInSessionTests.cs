using Arena.Game;

namespace Arena.Grains.Tests.Names;

/// <summary>Names as players and hosts of a running session have them.</summary>
public sealed class NamesInSessionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_host_s_setting_decides_whether_words_that_offend_are_refused(bool filtered) => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 1, ask: false, new() { FilterNames = filtered });
        Refusal? expected = filtered ? Refusal.NicknameUnfit : null;

        Assert.Equal(expected, (await house.Session.Join(new(Guid.NewGuid(), "Sh1thead"))).Refusal);
        Assert.Equal(expected, (await house.Session.Command(
            house.SessionId, new(Guid.NewGuid(), HostAction.Rename, 0, 0, Nickname: "Connard"))).Refusal);
        Assert.Null((await house.Session.Join(new(Guid.NewGuid(), "Cassandre"))).Refusal);
    });

    [Fact]
    public void A_suggested_name_is_free() => SimulatedHouse.Run(async house =>
    {
        await house.LaunchAsync(players: 0, ask: false);
        for (var player = 0; player < 50; player++)
        {
            var suggested = await house.Session.SuggestName(player % 2 == 0 ? NameLanguage.En : NameLanguage.Fr);
            Assert.True((await house.Session.Join(new(Guid.NewGuid(), suggested.Value!.Nickname))).Accepted);
        }
    });

    [Fact]
    public void Where_there_is_no_game_no_name_is_suggested() => SimulatedHouse.Run(async house =>
    {
        Assert.Equal(Refusal.UnknownSession, (await house.Session.SuggestName(NameLanguage.En)).Refusal);
        await house.LaunchAsync(players: 1, ask: false);
        Assert.True((await house.CommandAsync(HostAction.End, 0)).Accepted);
        Assert.Equal(Refusal.SessionEnded, (await house.Session.SuggestName(NameLanguage.En)).Refusal);
    });
}
