using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Arena.Gateway.Sessions;
using Arena.Gateway.Startup;
using Arena.Hosting.Hosts;
using Arena.TestKit.Processes;
using Microsoft.AspNetCore.Http;

namespace Arena.Gateway.Tests.Startup;

/// <summary>What the console shows at a start.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_in_a_sentence_with_the_remedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exit, log) = await ArenaProcess.RefuseAsync(_folder, new Dictionary<string, string>(), port);

        Assert.Equal(78, exit);
        // The sentence alone: no log of what had started and then failed, no stack trace.
        Assert.Equal(
            $"Arena does not start: Failed to bind to address http://127.0.0.1:{port}/: address already in use. "
            + "Another program uses this port: stop it, or choose another one by the key Urls, as in --Urls http://*:5081", log.Trim());
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://*:{0}")]
    [InlineData("http://0.0.0.0:{0}")]
    public void A_taken_port_is_found_under_each_name_of_this_machine(string address)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var refused = Assert.Throws<IOException>(() => PortCheck.Refuse(string.Format(CultureInfo.InvariantCulture, address, port)));
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.IsType<SocketException>(refused.GetBaseException()).SocketErrorCode);
        taken.Stop();
        PortCheck.Refuse(string.Format(CultureInfo.InvariantCulture, address, port));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://unix:/tmp/arena.sock")]
    [InlineData("http://198.51.100.7:5080")]
    public void An_address_without_a_port_of_its_own_or_of_another_machine_is_left_to_the_server(string address) => PortCheck.Refuse(address);

    [Fact]
    public async Task Logs_are_JSON_where_no_terminal_is_and_lines_for_people_if_the_configuration_says_so()
    {
        await using (var arena = await ArenaProcess.StartAsync(_folder))
            Assert.All(LogOf(arena), line => Assert.StartsWith("{\"Timestamp\":\"20", line, StringComparison.Ordinal));
        await using (var arena = await ArenaProcess.StartAsync(_folder, new Dictionary<string, string> { ["Logging:Console:FormatterName"] = "simple" }))
            Assert.All(LogOf(arena), line => Assert.Matches(@"^\d\d:\d\d:\d\d info: [\w.]+\[\d+\] ", line));

        static string[] LogOf(ArenaProcess arena)
        {
            string[] lines = [.. arena.Log.Split('\n').TakeWhile(line => !line.StartsWith("Arena is ready", StringComparison.Ordinal))];
            Assert.NotEmpty(lines);
            return lines;
        }
    }

    [Theory]
    [InlineData(null, true, "simple", "HH:mm:ss ")]
    [InlineData(null, false, "json", "yyyy-MM-ddTHH:mm:ss.fffZ")]
    [InlineData("json", true, "json", "yyyy-MM-ddTHH:mm:ss.fffZ")]
    [InlineData("Simple", false, "Simple", "HH:mm:ss ")]
    public void A_terminal_gets_lines_for_people_and_anything_else_gets_JSON(string? configured, bool isTerminal, string formatter, string timestamp)
    {
        var defaults = TelemetryRegistration.ConsoleDefaults(configured, isTerminal);
        Assert.Equal((formatter, timestamp), (defaults["Logging:Console:FormatterName"], defaults["Logging:Console:FormatterOptions:TimestampFormat"]));
    }

    [Fact]
    public void The_console_names_an_address_for_phones_in_each_network()
    {
        LanAddress[] machine = [Of("wlan0", "192.168.1.20"), Of("docker0", "172.17.0.1")];
        Assert.Equal(
            ["Arena is ready. Open http://localhost:5080 to host a game.", "Phones in the same network: http://192.168.1.20:5080 (wlan0)",
             "If they are in another one: http://172.17.0.1:5080 (docker0)"],
            StartupBanner.LinesOf(BindingAddress.Parse("http://*:5080"), machine));
        Assert.Equal("Phones in the same network: http://192.168.1.20:5080", StartupBanner.LinesOf(BindingAddress.Parse("http://[::]:5080"), machine[..1]).Last());
        Assert.Single(StartupBanner.LinesOf(BindingAddress.Parse("http://127.0.0.1:5080"), machine));
        static LanAddress Of(string name, string address) => new(name, NetworkInterfaceType.Ethernet, true, IPAddress.Parse(address));
    }

    [Fact]
    public async Task A_first_start_warns_of_nothing()
    {
        await using var arena = await ArenaProcess.StartAsync(_folder);
        Assert.DoesNotContain(arena.Log.Split('\n'), line => line.Contains("\"LogLevel\":\"Warning\"", StringComparison.Ordinal));
    }
}
