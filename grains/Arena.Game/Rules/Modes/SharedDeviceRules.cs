using Arena.Game.Vocabulary;

namespace Arena.Game.Rules.Modes;

/// <summary>Points, ranks and end of a classic game, for teams instead of players. Teams of teams are refused.</summary>
internal sealed class SharedDeviceRules(SharedDeviceMode mode) : ModeRules
{
    public override int TalkMs => mode.TalkMs;

    public override bool Fits(SessionSettings settings) => mode.TalkMs is >= 0 and <= GameLimits.MaxTalkMs && settings.Teams == 0;
}
