namespace Arena.Runtime;

/// <summary>
/// Decides which turns run now and which wait. Touched only on the activation's scheduler, so it needs no lock. What holds here:
/// <list type="number">
/// <item>An exclusive turn overlaps only with interleaving ones; read-only turns overlap with one another.</item>
/// <item>Turns begin in the order of their arrival, save interleaving ones, which overtake. A read-only turn does not overtake a waiting
/// exclusive one, so that a stream of readers cannot starve a writer.</item>
/// </list>
/// </summary>
internal sealed class TurnGate(bool reentrant)
{
    private readonly Queue<Turn> _waiting = new();
    private readonly Queue<Turn> _overtaking = new();
    private int _exclusive;
    private int _readOnly;
    private int _interleaving;

    public int Waiting => _waiting.Count + _overtaking.Count;

    public bool IsQuiet => _exclusive == 0 && _readOnly == 0 && _interleaving == 0;

    /// <summary>Lets a turn that has just arrived begin, or keeps it.</summary>
    public bool TryBegin(Turn turn)
    {
        var kind = KindOf(turn);
        if (kind != TurnKind.Interleaving && (_waiting.Count > 0 || !Admits(kind))) return false;
        Count(kind, 1);
        return true;
    }

    /// <summary>Keeps a turn for later.</summary>
    public void Wait(Turn turn) => (KindOf(turn) == TurnKind.Interleaving ? _overtaking : _waiting).Enqueue(turn);

    /// <summary>Takes the next waiting turn that may begin now.</summary>
    public bool TryTakeNext(out Turn turn)
    {
        if (!_overtaking.TryDequeue(out turn!))
        {
            if (!_waiting.TryPeek(out turn!) || !Admits(KindOf(turn))) return false;
            _waiting.Dequeue();
        }

        Count(KindOf(turn), 1);
        return true;
    }

    /// <summary>Takes all that wait, in order, to be sent elsewhere or refused.</summary>
    public List<Turn> TakeAll()
    {
        List<Turn> all = [.. _overtaking, .. _waiting];
        _overtaking.Clear();
        _waiting.Clear();
        return all;
    }

    public void End(Turn turn) => Count(KindOf(turn), -1);

    private TurnKind KindOf(Turn turn) => reentrant ? TurnKind.Interleaving : turn.Kind;

    private bool Admits(TurnKind kind) => kind switch
    {
        TurnKind.Interleaving => true,
        TurnKind.ReadOnly => _exclusive == 0,
        _ => _exclusive == 0 && _readOnly == 0,
    };

    private void Count(TurnKind kind, int change)
    {
        switch (kind)
        {
            case TurnKind.Interleaving: _interleaving += change; break;
            case TurnKind.ReadOnly: _readOnly += change; break;
            default: _exclusive += change; break;
        }
    }
}
