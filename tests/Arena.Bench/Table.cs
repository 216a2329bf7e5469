namespace Arena.Bench;

/// <summary>Prints rounds as one line: least, median and most.</summary>
internal static class Table
{
    public static void Head() => Console.WriteLine(
        $"{"target",-28}{"calls/s min",14}{"median",12}{"max",12}{"p50 us",10}{"p99 us",10}{"max us",12}{"cpu us/call",13}{"B/call",9}");

    public static void Line(string name, IReadOnlyCollection<Round> rounds)
    {
        var rates = rounds.Select(round => round.CallsPerSecond).Order().ToArray();
        Console.WriteLine(
            $"{name,-28}{rates[0],14:N0}{rates[rates.Length / 2],12:N0}{rates[^1],12:N0}"
            + $"{Median(rounds, round => round.P50),10:N1}{Median(rounds, round => round.P99),10:N1}{Median(rounds, round => round.Longest),12:N1}{Median(rounds, round => round.CpuPerCall),13:N2}"
            + $"{Median(rounds, round => round.BytesPerCall),9:N0}");
    }

    private static double Median(IReadOnlyCollection<Round> rounds, Func<Round, double> value) =>
        rounds.Select(value).Order().ElementAt(rounds.Count / 2);
}
