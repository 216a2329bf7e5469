using Arena.Gateway.Accounts;
using Arena.Gateway.Accounts.ApiKeys;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Groups;
using Arena.Gateway.Play;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Play;
using Arena.GrainInterfaces;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Authority;

/// <summary>
/// All roles of the tables, with their credentials, for one private quiz and one session. Accounts are written to the database directly,
/// because hashing each password would dominate the run time.
/// </summary>
internal sealed class RoleFixture
{
    public static readonly IReadOnlyList<string> Accounts = ["owner", "stranger", "co-author", "host", "co-host", "administrator"];

    private readonly PlayHost _arena;
    private readonly string _passwordHash;
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..10];
    private readonly Dictionary<string, Guid> _signIns = [];
    private readonly Dictionary<(string Role, ApiKeyScope Scope), (string Key, Guid Id)> _apiKeys = [];
    private readonly Dictionary<string, string?> _tokens = new() { ["anonymous"] = null };

    private RoleFixture(PlayHost arena, string passwordHash) => (_arena, _passwordHash) = (arena, passwordHash);

    public Guid Quiz { get; private set; }

    public Launch Session { get; private set; } = null!;

    /// <summary>A group of the host, with the co-host as its member.</summary>
    public GroupRow Group { get; private set; } = null!;

    /// <summary>A homework of the quiz that the host has set.</summary>
    public HomeworkRow Homework { get; private set; } = null!;

    /// <summary>The seat token of a player in the session.</summary>
    public string SeatToken { get; private set; } = "";

    /// <summary>Of the session's screen link.</summary>
    public string ScreenToken { get; } = LinkToken.Draw();

    public string? Token(string role) => _tokens[role];

    public string Name(string role) => $"{role}.{_suffix}";

    /// <summary>An API key of the role's account, with one scope.</summary>
    public string ApiKey(string role, ApiKeyScope scope) => _apiKeys[(role, scope)].Key;

    /// <summary>The id of one of the account's keys; <see cref="Guid.Empty"/> for a role without an account.</summary>
    public Guid ApiKeyId(string role) => _apiKeys.TryGetValue((role, ApiKeyScope.QuizzesRead), out var key) ? key.Id : Guid.Empty;

    public Guid SignIn(string role) => _signIns[role];

    public string HostKey(string role) => Sessions.ForHost(Session.Code, Session.SessionId, _signIns[role]);

    private SessionTokens Sessions => _arena.Services.GetRequiredService<SessionTokens>();

    public static async Task<RoleFixture> AssembleAsync(PlayHost arena, string passwordHash)
    {
        var roles = new RoleFixture(arena, passwordHash);
        var api = await arena.ApiAsync();
        roles.Quiz = await api.CreateQuizAsync(2);
        roles.Session = await api.LaunchAsync(roles.Quiz);
        roles._tokens["author"] = (await arena.ApiAsync()).Http.DefaultRequestHeaders.Authorization!.Parameter;
        roles._tokens["guest"] = roles.SeatToken = roles.Sessions.ForSeat(roles.Session.Code, roles.Session.SessionId, seat: 0);
        await roles.WriteAccountsAsync();
        return roles;
    }

    /// <summary>This fixture after a read; a new one after a successful change, which may have removed a role.</summary>
    public async Task<RoleFixture> AfterAsync(HttpRequestMessage request, HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode && request.Method != HttpMethod.Get ? await AssembleAsync(_arena, _passwordHash) : this;

    public static string Hash(PlayHost arena)
    {
        using var scope = arena.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IPasswordHasher<UserRow>>().HashPassword(null!, Browser.Password);
    }

    private async Task WriteAccountsAsync()
    {
        var now = _arena.Time.GetUtcNow();
        var users = Accounts.ToDictionary(role => role, role => new UserRow
        {
            Id = Guid.NewGuid(),
            Username = Name(role),
            NameKey = AccountNames.Key(Name(role)),
            PasswordHash = _passwordHash,
            CreatedAt = now,
            IsAdministrator = role == "administrator",
        });
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        context.AddRange(users.Values);
        foreach (var (role, user) in users)
        {
            _signIns[role] = Guid.NewGuid();
            context.Add(new AuthSessionRow
            {
                Id = _signIns[role],
                UserId = user.Id,
                RefreshTokenHash = Guid.NewGuid().ToString(),
                CreatedAt = now,
                RotatedAt = now,
                ExpiresAt = now.AddDays(1),
            });
            _tokens[role] = _arena.Services.GetRequiredService<SignInTokens>().Access(user.Id, _signIns[role]).AccessToken;
        }
        foreach (var (role, user) in users)
        {
            foreach (var scope in Enum.GetValues<ApiKeyScope>())
            {
                var (key, id) = _apiKeys[(role, scope)] = (ApiKeyToken.Draw(), Guid.NewGuid());
                context.Add(new ApiKeyRow
                {
                    Id = id,
                    UserId = user.Id,
                    Name = $"{scope}",
                    Prefix = ApiKeyToken.Prefix(key),
                    Hash = ApiKeyToken.Hash(key),
                    Scopes = $"{scope}",
                    CreatedAt = now,
                    ExpiresAt = now.AddDays(1),
                });
            }
        }
        context.Add(new QuizCoAuthorRow { QuizId = Quiz, UserId = users["co-author"].Id });
        context.Add(new ScreenLinkRow { SessionId = Session.SessionId, Token = ScreenToken, CreatedAt = now });
        context.Add(new SessionCoHostRow { SessionId = Session.SessionId, UserId = users["co-host"].Id });
        Group = new() { Id = Guid.NewGuid(), HostId = users["host"].Id, Name = "Class", Code = PlainCode.Draw(GroupStore.CodeLength), CreatedAt = now };
        context.Add(Group);
        context.Add(new GroupMemberRow
        {
            GroupId = Group.Id,
            UserId = users["co-host"].Id,
            Name = Name("co-host"),
            NameKey = AccountNames.Key(Name("co-host")),
            JoinedAt = now,
        });
        Homework = new()
        {
            Id = Guid.NewGuid(),
            OwnerId = users["host"].Id,
            QuizId = Quiz,
            Title = "Homework",
            QuizJson = """{"id":"00000000-0000-0000-0000-000000000000","title":"Homework","questions":[]}""",
            Token = $"{Guid.NewGuid():N}",
            DueAt = now.AddDays(7),
            // While it is open, the key of a public quiz is concealed.
            ClosedAt = now,
            CreatedAt = now,
        };
        context.Add(Homework);
        await context.SaveChangesAsync();
        await context.Quizzes.Where(row => row.Id == Quiz).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, users["owner"].Id));
        await context.GameSessions.Where(row => row.Id == Session.SessionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.HostId, users["host"].Id));
    }
}
