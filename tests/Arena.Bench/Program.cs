using System.CommandLine;
using Arena.Bench;

Option<int> grains = new("--grains") { DefaultValueFactory = _ => 100, Description = "How many grains are called." };
Option<int> callers = new("--callers") { DefaultValueFactory = _ => 100, Description = "How many callers call at once." };
Option<int> calls = new("--calls") { DefaultValueFactory = _ => 200_000, Description = "How many calls a round has." };
Option<int> rounds = new("--rounds") { DefaultValueFactory = _ => 9, Description = "How many rounds are measured, after three that are not." };

RootCommand command = new("Measures grain calls, Task<string> Say(string), within one process, next to a hand-written channel actor.")
{
    grains, callers, calls, rounds,
};
command.SetAction(parsed => CoHosted.MeasureAsync(
    parsed.GetValue(grains), parsed.GetValue(callers), parsed.GetValue(calls), parsed.GetValue(rounds)));

BenchEngine.AddCommands(command, grains, callers, calls, rounds);
return await command.Parse(args).InvokeAsync();
