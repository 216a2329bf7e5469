using Arena.Storage.Model;

namespace Arena.Gateway.Accounts;

/// <summary>Mails about a change of an account, which the next write of the account puts into the outbox in its transaction.</summary>
internal sealed class PendingMail
{
    private readonly List<MailRow> _rows = [];

    public void Add(MailRow? row)
    {
        if (row is not null)
            _rows.Add(row);
    }

    /// <returns>Those that were added since it was called last.</returns>
    public IReadOnlyList<MailRow> Take()
    {
        MailRow[] rows = [.. _rows];
        _rows.Clear();
        return rows;
    }
}
