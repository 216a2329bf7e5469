using System.CommandLine;
using Arena.Bench;

RootCommand command = new("Measures grain calls, Task<string> Say(string), within one process, next to a hand-written channel actor.")
{
    BenchOptions.Grains, BenchOptions.Callers, BenchOptions.Calls, BenchOptions.Rounds,
};
command.SetAction(parsed => CoHosted.MeasureAsync(
    parsed.GetValue(BenchOptions.Grains), parsed.GetValue(BenchOptions.Callers), parsed.GetValue(BenchOptions.Calls),
    parsed.GetValue(BenchOptions.Rounds)));
foreach (var more in BenchEngine.Commands)
    command.Add(more);
return await command.Parse(args).InvokeAsync();
