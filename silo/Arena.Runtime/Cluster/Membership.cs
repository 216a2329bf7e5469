namespace Arena.Runtime;

/// <summary>Who is in the cluster, as this process last read it.</summary>
internal sealed class Membership
{
    private volatile MembershipView _view = MembershipView.Empty;

    /// <summary>Hears of every view that differs from the one before, in order; must not block.</summary>
    public event Action<MembershipView>? Changed;

    /// <summary>Hears of every reading; must not block.</summary>
    public event Action? Refreshed;

    public MembershipView View => _view;

    /// <summary>Takes a view over, unless it is older.</summary>
    public void Show(MembershipView view)
    {
        var before = _view;
        if (view.Version < before.Version) return;
        _view = view;
        if (view.Version > before.Version) Changed?.Invoke(view);
        Refreshed?.Invoke();
    }

    public SiloEntry? Find(SiloAddress silo) => _view.Silos.FirstOrDefault(entry => entry.Address == silo);
}
