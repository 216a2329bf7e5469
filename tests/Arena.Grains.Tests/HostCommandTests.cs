using Arena.Game.Vocabulary;
using Arena.GrainInterfaces;

namespace Arena.Grains.Tests;

/// <summary>A host's action on its way to the session: it is written as JSON, so that gateways of another release pass it on.</summary>
public sealed class HostCommandTests
{
    [Theory]
    [InlineData("""{"kind":"explode"}""")]
    [InlineData("""{"kind":"kick"}""")]
    [InlineData("""{"seat":0}""")]
    [InlineData("null")]
    [InlineData("{")]
    public void An_action_that_this_release_does_not_know_is_refused_and_changes_nothing(string action) => SimulatedFixture.Run(async fixture =>
    {
        await fixture.LaunchAsync(players: 1, ask: false);
        var unknown = new HostCommand(Guid.NewGuid(), 0, new(System.Text.Encoding.UTF8.GetBytes(action)));

        Assert.Equal(GameErrorCode.InvalidMessage, (await fixture.Session.Command(fixture.SessionId, unknown)).Refusal);
        Assert.Equal(0, fixture.Journal.Count(GrainFixture.Code, "hostCommanded.1"));
    });

    [Fact]
    public void Every_action_is_read_as_it_was_written()
    {
        HostAction[] actions =
        [
            new HostAction.Start(), new HostAction.Extend(5), new HostAction.Kick(7), new HostAction.Rename(7, "Zoé"),
            new HostAction.GrantTime(7, PlayerTime.Double), new HostAction.MoveToTeam(7, 2), new HostAction.ApproveAll(),
        ];
        Assert.All(actions, action => Assert.Equal(action, WireJson.Read(HostCommand.For(Guid.NewGuid(), 0, action).ActionJson)));
    }

    [Fact]
    public void What_only_the_session_knows_is_never_read()
    {
        HostAction renamed = new HostAction.Rename(7, "Zoé") { Unfit = true };
        Assert.Equal("""{"kind":"rename","seat":7,"nickname":"Zoé"}""", System.Text.Encoding.UTF8.GetString(WireJson.Body(renamed).Utf8.Span).Replace("\\u00E9", "é", StringComparison.Ordinal));
        Assert.Equal(new HostAction.Rename(7, "Zoé"), WireJson.Read<HostAction>(new("""{"kind":"rename","seat":7,"nickname":"Zoé","unfit":true}"""u8.ToArray())));
    }
}
