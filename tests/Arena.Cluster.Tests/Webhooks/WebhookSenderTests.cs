using System.Net;
using Arena.Hosting.Webhooks;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Microsoft.AspNetCore.Http;

namespace Arena.Cluster.Tests.Webhooks;

/// <summary>What the sender promises, against receivers that are slow, down, wrong, redirecting, and private.</summary>
public sealed class WebhookSenderTests : IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task A_message_is_signed_with_both_secrets_while_one_is_rotated_and_with_the_new_one_after()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        var former = webhooks.DrawSecret();
        var (id, secret) = await webhooks.EndpointAsync(
            _receiver.Url, row => (row.PreviousSecret, row.PreviousUntil) = (former.Kept, webhooks.Time.GetUtcNow().AddSeconds(1)));
        await webhooks.AddAsync(id);
        await webhooks.SendAsync();
        webhooks.Time.Advance(TimeSpan.FromSeconds(1));
        await webhooks.AddAsync(id, "msg_2");
        await webhooks.SendAsync();
        Assert.Equal([(true, true), (true, false)], _receiver.Received.Select(each => (each.IsSignedBy(secret), each.IsSignedBy(former.Secret))));
        Assert.Equal(["msg_1", "msg_2"], _receiver.Received.Select(each => each.Id));
        Assert.Equal(WebhookDeliveryStatus.Delivered, (await webhooks.DeliveryAsync()).Status);
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_tried_by_the_schedule_until_the_message_is_a_dead_letter()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        var (id, _) = await webhooks.EndpointAsync(_receiver.Url);
        _receiver.Answer = Status(503);
        await webhooks.AddAsync(id);
        var pauses = new List<TimeSpan>();
        for (var attempt = 1; attempt <= WebhookSchedule.MaxAttempts; attempt++)
        {
            await webhooks.SendAsync();
            await webhooks.SendAsync();
            var delivery = await webhooks.DeliveryAsync();
            Assert.Equal((attempt, attempt, 503, WebhookFailure.Status), (delivery.Attempts, _receiver.Received.Count, delivery.ResponseCode, delivery.Failure));
            if (delivery.Status == WebhookDeliveryStatus.Pending)
                pauses.Add(delivery.NextAt - webhooks.Time.GetUtcNow());
            webhooks.Time.Advance(delivery.NextAt - webhooks.Time.GetUtcNow() is var pause && pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
        }
        Assert.Equal(WebhookDeliveryStatus.DeadLetter, (await webhooks.DeliveryAsync()).Status);
        double[] seconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
        Assert.Equal(seconds.Length, pauses.Count);
        Assert.All(pauses.Zip(seconds), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second - 0.001, pair.Second * 1.2));
        Assert.Single(_receiver.Received.Select(each => each.Id).Distinct());
    }

    [Fact]
    public async Task A_receiver_that_is_slow_is_cut_and_delays_no_other()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        await using var quick = await WebhookReceiver.StartAsync();
        _receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var (slow, _) = await webhooks.EndpointAsync(_receiver.Url);
        var (other, _) = await webhooks.EndpointAsync(quick.Url);
        await webhooks.AddAsync(slow);
        var sending = await webhooks.Sender.StartDueAsync(Cancel);
        await _receiver.NextAsync(Cancel);
        await webhooks.AddAsync(other, "msg_2");
        await webhooks.Sender.StartDueAsync(Cancel);
        await quick.NextAsync(Cancel);
        webhooks.Time.Advance(TimeSpan.FromSeconds(15));
        await Task.WhenAll(sending);
        var delivery = await webhooks.DeliveryAsync();
        Assert.Equal((WebhookFailure.Timeout, null, 15_000), (delivery.Failure, delivery.ResponseCode, delivery.DurationMs));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        await using var elsewhere = await WebhookReceiver.StartAsync();
        _receiver.Answer = http =>
        {
            http.Response.Redirect(elsewhere.Url.AbsoluteUri, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await webhooks.AddAsync((await webhooks.EndpointAsync(_receiver.Url)).Id);
        await webhooks.SendAsync();
        var delivery = await webhooks.DeliveryAsync();
        Assert.Equal((WebhookFailure.Redirect, 307), (delivery.Failure, delivery.ResponseCode));
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task No_more_of_a_wrong_response_is_kept_than_its_first_bytes()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        _receiver.Answer = http =>
        {
            http.Response.StatusCode = 500;
            return http.Response.WriteAsync("\0" + new string('x', 1_000_000), http.RequestAborted);
        };
        await webhooks.AddAsync((await webhooks.EndpointAsync(_receiver.Url)).Id);
        await webhooks.SendAsync();
        var delivery = await webhooks.DeliveryAsync();
        Assert.Equal((500, new string('x', WebhookClient.MaxResponseBytes - 1)), (delivery.ResponseCode, delivery.Response));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("93.184.216.34", "127.0.0.1")]
    [InlineData("::1")]
    public async Task A_name_that_leads_into_a_private_network_is_not_connected_to(params string[] addresses)
    {
        await using var webhooks = await WebhookFixture.StartAsync(
            allowsPrivateNetworks: false, name => name == "hook.example" ? Array.ConvertAll(addresses, IPAddress.Parse) : []);
        var url = new UriBuilder(_receiver.Url) { Host = "hook.example" }.Uri;
        await webhooks.AddAsync((await webhooks.EndpointAsync(url)).Id);
        await webhooks.SendAsync();
        Assert.Equal(WebhookFailure.PrivateAddress, (await webhooks.DeliveryAsync()).Failure);
        Assert.Empty(_receiver.Received);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_disabled_at_once_and_its_messages_are_given_up()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        _receiver.Answer = Status(410);
        var (id, _) = await webhooks.EndpointAsync(_receiver.Url);
        await webhooks.AddAsync(id);
        await webhooks.AddAsync(id, "msg_2");
        await webhooks.SendAsync();
        var endpoint = await webhooks.EndpointAsync(id);
        Assert.Equal((WebhookDisabledReason.Gone, webhooks.Time.GetUtcNow().ToUnixTimeMilliseconds()), (endpoint.DisabledReason, endpoint.DisabledAt?.ToUnixTimeMilliseconds()));
        var second = await webhooks.DeliveryAsync("msg_2");
        Assert.Equal((WebhookDeliveryStatus.DeadLetter, WebhookFailure.Disabled), (second.Status, second.Failure));
        Assert.Single(_receiver.Received);
    }

    [Fact]
    public async Task A_receiver_of_which_every_attempt_fails_for_days_is_disabled_unless_one_succeeds()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        _receiver.Answer = Status(500);
        var (id, _) = await webhooks.EndpointAsync(_receiver.Url);
        await FailAsync("msg_1");
        webhooks.Time.Advance(TimeSpan.FromHours(119));
        await FailAsync("msg_2");
        Assert.Null((await webhooks.EndpointAsync(id)).DisabledAt);
        _receiver.Answer = Status(200);
        await FailAsync("msg_3");
        Assert.Null((await webhooks.EndpointAsync(id)).FailingSince);
        _receiver.Answer = Status(500);
        await FailAsync("msg_4");
        webhooks.Time.Advance(TimeSpan.FromHours(120));
        await FailAsync("msg_5");
        Assert.Equal(WebhookDisabledReason.Failing, (await webhooks.EndpointAsync(id)).DisabledReason);

        async Task FailAsync(string message)
        {
            await webhooks.AddAsync(id, message);
            await webhooks.SendAsync();
        }
    }

    [Fact]
    public async Task Two_silos_do_not_send_a_message_at_once_and_one_takes_over_what_the_other_left()
    {
        await using var webhooks = await WebhookFixture.StartAsync();
        var (id, _) = await webhooks.EndpointAsync(_receiver.Url);
        await webhooks.AddAsync(id);
        var now = webhooks.Time.GetUtcNow();
        Assert.NotNull(await webhooks.Queue.ClaimAsync(id, now, now.AddSeconds(45), Cancel));
        Assert.Empty(await webhooks.AnotherSender().StartDueAsync(Cancel));
        webhooks.Time.Advance(TimeSpan.FromSeconds(45));
        await Task.WhenAll(await webhooks.AnotherSender().StartDueAsync(Cancel));
        Assert.Equal((WebhookDeliveryStatus.Delivered, 2), ((await webhooks.DeliveryAsync()).Status, (await webhooks.DeliveryAsync()).Attempts));
        Assert.Single(_receiver.Received);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again_at_once()
    {
        await using var webhooks = await WebhookFixture.StartAsync(settings: ("QuickRetries", "1"));
        _receiver.Answer = http =>
        {
            if (_receiver.Received.Count == 1)
                http.Abort();
            return Task.CompletedTask;
        };
        await webhooks.AddAsync((await webhooks.EndpointAsync(_receiver.Url)).Id);
        var sending = Task.WhenAll(await webhooks.Sender.StartDueAsync(Cancel));
        while (!sending.IsCompleted)
        {
            if (webhooks.Time.UntilNextTimer is { } pause && pause < TimeSpan.FromSeconds(5))
                webhooks.Time.Advance(pause);
            await Task.Yield();
        }
        Assert.Equal((2, 1), (_receiver.Received.Count, (await webhooks.DeliveryAsync()).Attempts));
    }

    private static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
