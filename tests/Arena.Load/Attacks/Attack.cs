namespace Arena.Load.Attacks;

/// <summary>What one stranger does to a server, from one address, until it is stopped.</summary>
/// <param name="Name">Of the scenario.</param>
/// <param name="RunAsync">Runs the attack, calls the action when its preparation is done, and returns the responses.</param>
internal sealed record Attack(string Name, Func<AttackTarget, Action, CancellationToken, Task<AttackCounters>> RunAsync);

/// <summary>The target of an attack.</summary>
/// <param name="Server">Its address.</param>
/// <param name="Code">Of a game that is open for everyone, another one than the game that is measured.</param>
internal sealed record AttackTarget(Uri Server, string Code);
