namespace Arena.Load.Crowds;

/// <summary>All connections are cut at once and the players resume with the seat token; then a question shows that every seat is there.</summary>
internal static class ReconnectScenario
{
    public static async Task<int> RunAsync(int players, int spreadMs, RunOptions run)
    {
        MachineLimits.Require(players);
        var failed = 0;
        var table = new Figures();
        await using var fixture = await ArenaFixture.StartAsync(run.Server);
        await using var stage = await fixture.OpenAsync(10, players);
        using var crowd = new Crowd(fixture.Address, stage.Code, players, run.Seed) { ServerClock = stage.Clock, LatestMs = 5_000 };
        await LoadProgress.ShowAsync($"{players} join", players, step => crowd.JoinAllAsync(atOnce: 200, step));
        for (var round = 0; round < 3; round++)
        {
            var cpu = fixture.Cpu;
            var returned = await LoadProgress.ShowAsync($"return {round + 1}", players, step => crowd.ReturnAllAsync(spreadMs, step));
            cpu = fixture.Cpu - cpu;
            await stage.AskAsync(crowd, round);
            await crowd.SeenAsync(Crowd.Acknowledgement, round, players);
            await stage.FinishAsync(crowd, round);
            var lost = crowd.Questions[round].Points.Count(points => points < 0);
            failed += lost;
            table.Column($"return {round + 1}")
                .Row("players, spread ms", $"{players}, {spreadMs}")
                .Row("seat again after, p50 / p99 / max ms", $"{returned.At(50):F0} / {returned.At(99):F0} / {returned.Max:F0}")
                .Row("server CPU us a return", $"{cpu.TotalMicroseconds / players:F0}")
                .Row("seats lost", $"{lost}");
        }
        foreach (var (fault, count) in crowd.Faults)
            table.Row(fault, $"{count}");
        table.Print(run.Json);
        return failed == 0 ? 0 : 1;
    }
}
