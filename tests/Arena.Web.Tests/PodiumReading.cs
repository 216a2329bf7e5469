namespace Arena.Web.Tests;

/// <summary>Reads a podium as a person does.</summary>
internal static class PodiumReading
{
    public static async Task<IReadOnlyList<(string Name, int Points)>> ReadAsync(IPage page)
    {
        var steps = page.GetByTestId("podium").Locator("li");
        await Assertions.Expect(steps.First).ToBeVisibleAsync();
        List<(string, int)> read = [];
        foreach (var step in await steps.AllAsync())
            read.Add((await step.Locator(".name").InnerTextAsync(), Numbers.In(await step.Locator(".score").InnerTextAsync())[0]));
        return read;
    }
}
