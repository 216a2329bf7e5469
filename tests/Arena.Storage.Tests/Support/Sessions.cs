using Arena.Grains.Ports;

namespace Arena.Storage.Tests.Support;

/// <summary>Sessions and entries that differ where it matters.</summary>
internal static class Sessions
{
    public const long Now = 1_790_000_000_000;

    public static NewSession New(string code) => new(Guid.NewGuid(), code, Guid.NewGuid(), """{"lateJoin":true}""", Now);

    public static JournalEntry Entry(string what) => new("test.v1", $$"""{"what":"{{what}}"}""", Now + 1);

    public static JournalEntry[] Entries(params string[] what) => [.. what.Select(Entry)];

    /// <summary>Creates a session and becomes its owner.</summary>
    public static async Task<OpenedJournal> BeginAsync(this ISessionJournal journal, string code)
    {
        Assert.Equal(CreateResult.Created, await journal.CreateAsync(New(code), Entry("created"), default));
        return await journal.OpenedAsync(code);
    }

    public static async Task<OpenedJournal> OpenedAsync(this ISessionJournal journal, string code)
    {
        var opened = await journal.OpenAsync(code, default);
        Assert.NotNull(opened);
        return opened;
    }

    public static Task<AppendResult> AppendAsync(this ISessionJournal journal, OpenedJournal owner, long version, params string[] what) =>
        journal.AppendAsync(new(owner.SessionId, owner.Epoch, version, Entries(what)), default);
}
