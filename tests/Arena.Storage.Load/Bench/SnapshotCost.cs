using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Arena.Game;
using Arena.Game.Commands;
using Arena.Game.Questions;
using Arena.Game.State;
using Arena.Game.Vocabulary;
using Arena.Grains.Ports;
using Arena.Grains.Session;
using Spectre.Console;

namespace Arena.Storage.Load.Bench;

/// <summary>What a snapshot of a large game costs, beside replaying its log. In memory: no database is asked.</summary>
internal sealed class SnapshotCost(int players, int questions, int rounds)
{
    private readonly List<JournalEntry> _log = [];
    private GameState? _state;
    private long _nowMs = 1_790_000_000_000;

    public void Run()
    {
        Play();
        var state = _state!;
        var snapshot = SnapshotCodec.Write(state, _log.Count, _nowMs);
        var packed = Packed(snapshot);
        var table = new Table().Title($"A game of {players:N0} players after {questions} questions: {_log.Count:N0} entries")
            .AddColumns("what", "bytes", "median ms", "min .. max");
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        Row(table, "write a snapshot", snapshot.Payload.Length, () => SnapshotCodec.Write(state, _log.Count, _nowMs));
        Row(table, "read it", snapshot.Payload.Length, () => SnapshotCodec.Read(snapshot));
        Row(table, "compress it besides (Brotli, fastest)", packed.Length, () => Packed(snapshot));
        Row(table, "replay the log", _log.Sum(entry => (long)entry.PayloadJson.Length),
            () => _log.Select(EventCodec.Read).Aggregate((GameState?)null, Decider.Evolve));
        AnsiConsole.Profile.Width = 120;
        AnsiConsole.Write(table);
    }

    private void Row(Table table, string what, long bytes, Func<object?> run)
    {
        var times = Enumerable.Range(0, rounds + 1).Select(_ =>
        {
            GC.Collect();
            var started = Stopwatch.GetTimestamp();
            GC.KeepAlive(run());
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).Skip(1).Order().ToList();
        table.AddRow(
            what, bytes.ToString("N0", CultureInfo.InvariantCulture), times[times.Count / 2].ToString("N1", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{times[0]:N1} .. {times[^1]:N1}"));
    }

    private static byte[] Packed(SessionSnapshot snapshot)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(snapshot.Payload.Span);
        return packed.ToArray();
    }

    private void Play()
    {
        var quiz = new Quiz(Guid.NewGuid(), "Benchmark", [.. Enumerable.Range(0, questions).Select(number => new SingleChoiceQuestion(
            Guid.NewGuid(), $"Question {number}?", [new("A", true), new("B", false), new("C", false)], 20_000, 1_000))]);
        Take(new GameCommand.Launch(
            Guid.NewGuid(), "ABC123", quiz, new() { QuestionCount = questions, MaxPlayers = GameLimits.MaxPlayers, GetReadyMs = 0 }, 1));
        for (var player = 0; player < players; player++)
            Take(new GameCommand.Join(Guid.NewGuid(), $"Player {player}"));
        Take(new GameCommand.Host(Guid.NewGuid(), 0, new HostAction.Start()));
        for (var question = 0; question < questions; question++)
        {
            while (_state!.Phase is not Phase.Asking)
            {
                _nowMs += GameLimits.RepeatGuardMs;
                Take(new GameCommand.Host(Guid.NewGuid(), _state.Step, new HostAction.Advance()));
            }
            _nowMs += 1_000;
            for (var seat = 0; seat < players; seat++)
            {
                _nowMs += seat % 2;
                Take(new GameCommand.SubmitAnswer(Guid.NewGuid(), seat, question, ChoiceAnswer.Of((seat + question) % 3), _nowMs, seat % 50));
            }
            Take(new GameCommand.Host(Guid.NewGuid(), _state.Step, new HostAction.Advance()));
        }
    }

    private void Take(GameCommand command)
    {
        if (Decider.Decide(_state, command, _nowMs) is not Decision.Accepted accepted)
            throw new InvalidOperationException($"{command} was refused.");
        foreach (var happened in accepted.Events)
        {
            _state = Decider.Evolve(_state, happened);
            _log.Add(EventCodec.Write(happened));
        }
    }
}
