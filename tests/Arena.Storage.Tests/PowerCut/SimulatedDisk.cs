using System.Diagnostics.CodeAnalysis;

namespace Arena.Storage.Tests.PowerCut;

/// <summary>
/// A disk that keeps synced sectors and an arbitrary part of the others: at a power cut any of the unsynced sectors may be on it or not,
/// in no order. What it does is drawn from a seed; a cut is looked at without stopping the one who writes.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "A disk needs no secrets")]
internal sealed class SimulatedDisk(int seed, double cutShare)
{
    private static readonly double[] SurvivingShares = [0, 0, 0.1, 0.5, 0.9, 1];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SimulatedFile> _files = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);
    private readonly List<string> _operations = [];
    private Action<PowerCutImage>? _onCut;

    /// <summary>When set, writes fail as on a full disk.</summary>
    public bool IsFull { get; set; }

    /// <summary>Every write, truncation, sync and deletion, in order.</summary>
    public IReadOnlyList<string> Operations => _operations;

    /// <summary>From now on, before an operation, now and then the power goes: what would then be on the disk is given away.</summary>
    public void CutFromNow(Action<PowerCutImage> onCut)
    {
        lock (_gate)
            _onCut = onCut;
    }

    /// <returns>False if the disk is full.</returns>
    public bool Write(string name, ReadOnlySpan<byte> bytes, long offset)
    {
        lock (_gate)
        {
            if (IsFull)
                return false;
            Begin($"write {name} {offset} {bytes.Length}");
            FileOf(name).Write(bytes, offset);
            return true;
        }
    }

    public void Truncate(string name, long length)
    {
        lock (_gate)
        {
            Begin($"truncate {name} {length}");
            FileOf(name).Truncate(length);
        }
    }

    public void Sync(string name)
    {
        lock (_gate)
        {
            Begin($"sync {name}");
            FileOf(name).Sync();
        }
    }

    public void Delete(string name)
    {
        lock (_gate)
        {
            Begin($"delete {name}");
            _files.Remove(name);
        }
    }

    private SimulatedFile FileOf(string name) => _files.TryGetValue(name, out var file) ? file : _files[name] = new();

    private void Begin(string operation)
    {
        if (_onCut is { } onCut && _random.NextDouble() < cutShare)
        {
            var share = SurvivingShares[_random.Next(SurvivingShares.Length)];
            var files = _files.Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => (file.Key, Content: file.Value.Content(_ => _random.NextDouble() < share)))
                .Where(file => file.Content is not null);
            onCut(new(_operations.Count, share, [.. files.Select(file => (file.Key, file.Content!))]));
        }
        _operations.Add(operation);
    }
}

/// <summary>The disk after a power cut.</summary>
/// <param name="Operation">The operation before which the power was cut.</param>
/// <param name="SurvivingShare">How likely each unsynced sector survived.</param>
/// <param name="Files">Names and contents.</param>
internal sealed record PowerCutImage(int Operation, double SurvivingShare, IReadOnlyList<(string Name, byte[] Content)> Files);
