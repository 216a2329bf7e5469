namespace Arena.Gateway.Tests;

/// <summary>The seed of tests that draw their input: the same in every run, so that a failure is one of the change. ARENA_SEED=n draws other input.</summary>
internal static class TestSeed
{
    private const int Usual = 20_261_129;

    public static int Value { get; } = int.TryParse(Environment.GetEnvironmentVariable("ARENA_SEED"), out var seed) ? seed : Usual;
}
