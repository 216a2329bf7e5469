namespace Arena.Game.Rules.Modes;

/// <summary>The most points win, after all questions: the rules that the other modes start from.</summary>
internal sealed class ClassicRules : ModeRules
{
    public static ClassicRules Instance { get; } = new();

    private ClassicRules()
    {
    }
}
