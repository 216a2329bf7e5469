using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>
/// The relational model, the same for every database. Get one from <c>IDbContextFactory&lt;ArenaDbContext&gt;</c>.
/// Sessions and their events are read here but written by the journal alone.
/// </summary>
public abstract class ArenaDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<UserRow> Users => Set<UserRow>();
    public DbSet<UserPasskeyRow> UserPasskeys => Set<UserPasskeyRow>();
    public DbSet<AuthSessionRow> AuthSessions => Set<AuthSessionRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<SecurityEventRow> SecurityEvents => Set<SecurityEventRow>();
    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();
    public DbSet<QuizRow> Quizzes => Set<QuizRow>();
    public DbSet<QuizCoAuthorRow> QuizCoAuthors => Set<QuizCoAuthorRow>();
    public DbSet<QuizInvitationRow> QuizInvitations => Set<QuizInvitationRow>();
    public DbSet<QuestionRow> Questions => Set<QuestionRow>();
    public DbSet<QuestionOptionRow> QuestionOptions => Set<QuestionOptionRow>();
    public DbSet<MediaRow> Media => Set<MediaRow>();
    public DbSet<MediaOwnerRow> MediaOwners => Set<MediaOwnerRow>();
    public DbSet<MediaUseRow> MediaUses => Set<MediaUseRow>();
    public DbSet<GameSessionRow> GameSessions => Set<GameSessionRow>();
    public DbSet<SessionCoHostRow> SessionCoHosts => Set<SessionCoHostRow>();
    public DbSet<SessionSourceRow> SessionSources => Set<SessionSourceRow>();
    public DbSet<ReportLinkRow> ReportLinks => Set<ReportLinkRow>();

    public DbSet<ScreenLinkRow> ScreenLinks => Set<ScreenLinkRow>();
    public DbSet<GamePlayerRow> GamePlayers => Set<GamePlayerRow>();
    public DbSet<PlayerAnswerRow> PlayerAnswers => Set<PlayerAnswerRow>();
    public DbSet<ScoreAggregateRow> ScoreAggregates => Set<ScoreAggregateRow>();
    public DbSet<PowerUpRow> PowerUps => Set<PowerUpRow>();
    public DbSet<PlayerPowerUpRow> PlayerPowerUps => Set<PlayerPowerUpRow>();
    public DbSet<EventLogRow> EventLog => Set<EventLogRow>();
    public DbSet<SessionSnapshotRow> SessionSnapshots => Set<SessionSnapshotRow>();
    public DbSet<EventInboxRow> EventInbox => Set<EventInboxRow>();
    public DbSet<EventBacklogRow> EventBacklogs => Set<EventBacklogRow>();
    public DbSet<EventDeadLetterRow> EventDeadLetters => Set<EventDeadLetterRow>();
    public DbSet<GameSummaryRow> GameSummaries => Set<GameSummaryRow>();
    public DbSet<BoardGameRow> BoardGames => Set<BoardGameRow>();
    public DbSet<BoardNameRow> BoardNames => Set<BoardNameRow>();
    public DbSet<GroupRow> Groups => Set<GroupRow>();
    public DbSet<GroupMemberRow> GroupMembers => Set<GroupMemberRow>();
    public DbSet<HomeworkRow> Homeworks => Set<HomeworkRow>();
    public DbSet<HomeworkPlayerRow> HomeworkPlayers => Set<HomeworkPlayerRow>();
    public DbSet<HomeworkAttemptRow> HomeworkAttempts => Set<HomeworkAttemptRow>();
    public DbSet<PlayedGameRow> PlayedGames => Set<PlayedGameRow>();
    public DbSet<MailRow> Mails => Set<MailRow>();
    public DbSet<GameFiguresRow> GameFigures => Set<GameFiguresRow>();
    public DbSet<QuestionFiguresRow> QuestionFigures => Set<QuestionFiguresRow>();
    public DbSet<WebhookEndpointRow> WebhookEndpoints => Set<WebhookEndpointRow>();
    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccountModel.Configure(modelBuilder);
        ApiKeyModel.Configure(modelBuilder);
        QuizModel.Configure(modelBuilder);
        MediaModel.Configure(modelBuilder);
        SessionModel.Configure(modelBuilder);
        PlayModel.Configure(modelBuilder);
        EventModel.Configure(modelBuilder);
        BoardModel.Configure(modelBuilder);
        GroupModel.Configure(modelBuilder);
        HomeworkModel.Configure(modelBuilder);
        ProfileModel.Configure(modelBuilder);
        MailModel.Configure(modelBuilder);
        WebhookModel.Configure(modelBuilder);
        modelBuilder.UseSnakeCaseNames();
    }
}
