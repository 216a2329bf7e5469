using Arena.Simulation.Tests.Faults;

namespace Arena.Simulation.Tests;

/// <summary>The checks bite: a bug that is planted in the world's fakes is found within a few seeds.</summary>
public sealed class PlantedBugTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_owners_who_both_write_are_found() =>
        Find(new() { JournalWithoutFence = true }, "had been opened", within: 200);

    [Fact]
    public void A_write_that_is_acknowledged_and_lost_is_found() =>
        Find(new() { JournalForgets = true }, "was acknowledged and is in the journal 0 times", within: 50);

    [Fact]
    public void A_reader_that_returns_older_state_is_found() =>
        Find(new() { ReadersTakeAll = true }, "went back", within: 400);

    [Fact]
    public void An_answer_that_is_repeated_as_a_new_one_is_found() =>
        Find(new() { RepeatsAreNew = true }, "repeated answer", within: 50);

    [Fact]
    public void A_device_that_answers_after_it_has_lost_its_seat_is_found() =>
        Find(new() { DevicesKeepTheirSeat = true }, "has an answer of a device with issue", within: 200);

    /// <summary>In worlds in which gateways continue to call a silo that was declared dead and does not know it.</summary>
    [Fact]
    public void A_stale_owner_that_admits_a_device_that_has_lost_its_seat_is_found() => Find(
        new() { OwnersAreNotAsked = true }, "was admitted with issue", within: 100, plan => plan with
        {
            Silos = 2,
            Gateways = 2,
            Sessions = 3,
            Players = 2,
            Questions = 3,
            Faults = [FaultKind.FalseDeath, FaultKind.LateView],
            FaultEveryMs = 1_000,
            FaultsLast = TimeSpan.FromSeconds(20),
            MaxNoticeMs = 9_000,
            HandOver = 0.3,
        });

    [Fact]
    public void A_game_that_does_not_end_is_found() =>
        Find(new() { NetworkStaysCut = true }, "no progress", within: 200);

    private void Find(PlantedBugs bugs, string sign, int within, Func<WorldPlan, WorldPlan>? shape = null)
    {
        for (var seed = 0; seed < within; seed++)
        {
            var plan = WorldPlan.Of(seed);
            if (Seeds.Report(shape?.Invoke(plan) ?? plan, bugs)?.Contains(sign, StringComparison.Ordinal) != true)
                continue;
            output.WriteLine($"{bugs} was found with seed {seed}.");
            return;
        }
        Assert.Fail($"{bugs} was not found within {within} seeds.");
    }
}
