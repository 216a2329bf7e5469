namespace Arena.Storage.Verification;

/// <summary>What a verification has looked at.</summary>
/// <param name="Sessions">How many were replayed.</param>
/// <param name="Entries">Of their logs.</param>
/// <param name="Answers">Rows compared.</param>
/// <param name="Differences">How many were reported; 0 when all is well.</param>
public sealed record VerificationResult(long Sessions, long Entries, long Answers, long Differences);
