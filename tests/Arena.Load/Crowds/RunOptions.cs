namespace Arena.Load.Crowds;

/// <summary>The options of every scenario.</summary>
/// <param name="Server">An Arena that runs already; null starts one. Of a server that it did not start, a program knows neither processor time nor memory.</param>
/// <param name="Json">Prints the figures as JSON.</param>
/// <param name="Seed">Of the random draws.</param>
internal sealed record RunOptions(Uri? Server, bool Json, int Seed);
