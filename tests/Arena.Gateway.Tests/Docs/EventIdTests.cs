using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Arena.Gateway.Tests.Docs;

/// <summary>A log line is found by its event id, so each id has one meaning.</summary>
public sealed class EventIdTests
{
    [Fact]
    public void Every_log_message_has_an_event_id_of_its_own()
    {
        var messages = Product.Assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Message is not null)
            .ToList();

        Assert.True(messages.Count > 30, $"Only {messages.Count} log messages were found.");
        Assert.DoesNotContain(messages, method => method.Message!.EventId <= 0);
        Assert.Empty(messages.GroupBy(method => method.Message!.EventId).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(method => method.Name))}"));
    }
}
