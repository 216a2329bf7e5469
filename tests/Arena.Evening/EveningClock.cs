using System.Diagnostics;
using System.Globalization;

namespace Arena.Evening;

/// <summary>The time since the evening began, and a log of it on standard error.</summary>
internal sealed class EveningClock
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public string Now => Stopwatch.GetElapsedTime(_began).ToString(@"mm\:ss", CultureInfo.InvariantCulture);

    public void Note(string what) => Console.Error.WriteLine($"{Now} {what}");
}
