using Arena.Game;
using Arena.GrainInterfaces;

namespace Arena.Gateway.Play;

/// <summary>Outcomes of grains as replies of the hub.</summary>
internal static class Replies
{
    public static Reply<T> From<T>(Outcome<T> outcome)
        where T : class =>
        outcome.Accepted ? new(outcome.Value, null) : Refuse<T>(outcome.Refusal.Value);

    public static Reply<T> Refuse<T>(Refusal code)
        where T : class =>
        new(null, new(code));
}
