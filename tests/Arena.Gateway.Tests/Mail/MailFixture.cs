using Arena.Gateway.Configuration;
using Arena.Gateway.Mail;
using Arena.Gateway.Tests.Accounts;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.TestKit.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace Arena.Gateway.Tests.Mail;

/// <summary>Accounts before a real SMTP server. Mail is sent when a test says so, at a time that the test sets.</summary>
internal sealed class MailFixture : IAsyncDisposable
{
    public static readonly Uri Site = new("https://quiz.example.org");

    private readonly List<Browser> _browsers = [];

    private MailFixture(MailServer server, AuthoringHost host) => (Server, Host) = (server, host);

    public MailServer Server { get; }

    public AuthoringHost Host { get; }

    public static async Task<MailFixture> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = new MailServer();
        var host = await AuthoringHost.StartAsync(
            services =>
            {
                services.Configure<GatewayOptions>(gateway => gateway.PublicUrl = Site);
                services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(MailService)));
            },
            [.. server.Settings(Site), .. settings]);
        return new(server, host);
    }

    public Browser Browser(string userAgent = "Test/1")
    {
        var browser = new Browser(Host.Stranger(), userAgent);
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>Sends the mails that are due, and returns those that the server got.</summary>
    public async Task<IReadOnlyList<MimeMessage>> SendAsync()
    {
        var before = Server.Messages.Count;
        await Host.Services.GetRequiredService<MailSender>().SendDueAsync(TestContext.Current.CancellationToken);
        return [.. Server.Messages.Skip(before)];
    }

    /// <summary>An account with a confirmed address.</summary>
    public async Task<Browser> AccountAsync(string name, string address, string language = "en", string userAgent = "Test/1")
    {
        var browser = Browser(userAgent);
        await browser.RegisterAsync(name);
        await AskAsync(browser, address, language);
        await ConfirmAsync(Assert.Single(await SendAsync()));
        return browser;
    }

    public static Task AskAsync(Browser browser, string address, string language = "en", int expected = 202) => browser.SendAsync(
        HttpMethod.Put, "/api/account/mail/address", new { address, language, password = Accounts.Browser.Password }, expected);

    public Task ConfirmAsync(MimeMessage mail, int expected = 204) =>
        Browser().SendAsync(HttpMethod.Post, "/api/account/mail/address/confirmation", new { link = Fragment(mail) }, expected);

    public Task ForgetAsync(string address, int expected = 202) =>
        Browser().SendAsync(HttpMethod.Post, "/api/account/password/forgotten", new { address }, expected);

    /// <summary>The link of a mail, from its text.</summary>
    public static Uri Link(MimeMessage mail) => new(mail.TextBody!.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim());

    public static string Fragment(MimeMessage mail) => Link(mail).Fragment[1..];

    public async Task<T> ReadAsync<T>(Func<ArenaDbContext, Task<T>> read)
    {
        await using var context = await Host.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>().CreateDbContextAsync();
        return await read(context);
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await Host.DisposeAsync();
        await Server.DisposeAsync();
    }
}
