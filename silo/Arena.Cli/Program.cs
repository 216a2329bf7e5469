using System.CommandLine;
using Arena.Cli;

var root = new RootCommand("Arena's tool for operators.") { DatabaseCommands.Create(), UserCommands.Create(), EventCommands.Create() };
return await root.Parse(args).InvokeAsync();
