using System.Globalization;

namespace Arena.Load.Crowds;

/// <summary>Everyone answers right within a moment of the opening, on Arena and on the floor in turn.</summary>
internal static class BurstScenario
{
    public static async Task<int> RunAsync(int[] sizes, int questions, int warming, int withinMs, bool withFloor, bool json, int seed)
    {
        MachineLimits.Require(sizes.Max());
        var all = new List<CrowdFigures>();
        foreach (var size in sizes)
        {
            foreach (var floor in withFloor ? (bool[])[false, true] : [false])
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size} players on {(floor ? "the floor" : "Arena")}"));
                await using var house = await CrowdRun.StartAsync(floor);
                all.Add(await CrowdRun.PlayAsync(house, new(size, questions, withinMs, AtOnce: 200, seed, Warming: warming)));
            }
        }
        var table = new Figures();
        foreach (var figures in all)
            figures.Tell(table.Column($"{figures.House} {figures.Plan.Players}"));
        table.Print(json);
        return all.Any(figures => figures.IsVoid || figures.Failed > 0) ? 1 : 0;
    }
}
