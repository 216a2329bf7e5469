using System.Text.RegularExpressions;

namespace Arena.Grains.Events;

/// <summary>The consumers that were declared.</summary>
public sealed partial class EventConsumers
{
    private readonly Dictionary<string, IEventConsumer> _byName = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A name is none, or two consumers have the same: a fault of the program.</exception>
    public EventConsumers(IEnumerable<IEventConsumer> consumers)
    {
        ArgumentNullException.ThrowIfNull(consumers);
        foreach (var consumer in consumers)
        {
            if (!Form().IsMatch(consumer.Name))
                throw new InvalidOperationException($"'{consumer.Name}' of {consumer.GetType().Name} is no name of a consumer: 2 to 40 of a-z, 0-9 and '-'.");
            if (!_byName.TryAdd(consumer.Name, consumer))
                throw new InvalidOperationException($"Two consumers are called '{consumer.Name}'.");
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<IEventConsumer> All => _byName.Values;

    /// <summary>The consumer of this name, or null: this release, or this silo, does not have it.</summary>
    public IEventConsumer? Find(string name) => _byName.GetValueOrDefault(name);

    [GeneratedRegex("^[a-z0-9-]{2,40}$")]
    private static partial Regex Form();
}
