using Spectre.Console;

namespace Arena.Load.Crowds;

/// <summary>How far a program is, on the standard error stream: the standard output is for its figures.</summary>
internal static class LoadProgress
{
    /// <param name="what">That is done.</param>
    /// <param name="steps">How many steps it has.</param>
    /// <param name="work">Does it, and calls with how many steps more are done.</param>
    public static async Task<T> ShowAsync<T>(string what, double steps, Func<Action<double>, Task<T>> work)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var task = progress.AddTask(Markup.Escape(what), maxValue: steps);
                var result = await work(task.Increment);
                task.Value = task.MaxValue;
                return result;
            });
    }
}
