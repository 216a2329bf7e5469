using System.Text;
using System.Text.Json;

namespace Arena.Gateway.Tests.Security.Budgets;

/// <summary>Bodies and messages in JSON that cost a careless reader more than their sender, by a seed.</summary>
internal sealed class HostileJson(int seed)
{
    private readonly Random _random = new(seed);

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A message of the hub's protocol, whole or not, of a known type or not.</summary>
    public string Message(IReadOnlyList<string> methods, int length)
    {
        var good = JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = OneOf(methods), arguments = (object[])[new { code = "000000" }] });
        return _random.Next(10) switch
        {
            0 => $$"""{"type":{{_random.Next(-3, 100)}}}""",
            1 => $$"""{"type":1,"target":"{{OneOf(methods)}}","arguments":[{{Value(length)}}]}""",
            2 => $$"""{"type":1,"invocationId":"{{new string('i', length)}}","target":"{{OneOf(methods)}}","arguments":[]}""",
            3 => $$"""{"type":1,"target":"{{new string('t', length)}}","arguments":[]}""",
            4 => $$"""{"type":{{OneOf([1, 2, 3, 4, 5])}},"invocationId":"9","headers":{{Value(length)}},"result":{{Value(10)}},"item":1}""",
            5 => Value(length),
            6 => good[.._random.Next(good.Length)],
            7 => $$"""{"arguments":[{{Value(length)}}],"target":"{{OneOf(methods)}}","type":1}""",
            8 => string.Concat(good.Select(character => _random.Next(20) == 0 ? (char)_random.Next(0x20, 0x2000) : character)),
            _ => $$"""{"type":6,"x":{{Value(length)}}}""",
        };
    }

    /// <summary>A body for a route whose good body is this.</summary>
    public string Body(string good, int length)
    {
        using var members = JsonDocument.Parse(good);
        var names = members.RootElement.EnumerateObject().Select(member => member.Name).ToList();
        var spoiled = names.Count == 0 ? "x" : OneOf(names);
        return _random.Next(4) == 0
            ? Value(length)
            : "{" + string.Join(',', names.Select(name => $"\"{name}\":{(name == spoiled ? Value(length) : members.RootElement.GetProperty(name).GetRawText())}")) + "}";
    }

    /// <summary>A value of about so many characters, not always well-formed.</summary>
    private string Value(int length) => _random.Next(12) switch
    {
        0 => new string('[', length),
        1 => new string('[', length / 2) + new string(']', length / 2),
        2 => string.Concat(Enumerable.Repeat("{\"a\":", length / 6)) + "1" + new string('}', length / 6),
        3 => $"[{Many("0,", length)}0]",
        4 => $"[{Many("{},", length)}{{}}]",
        5 => $"[{Many("\"\",", length)}\"\"]",
        6 => $"{{{string.Join(',', Enumerable.Range(0, length / 10).Select(number => $"\"m{number:D5}\":0"))}}}",
        7 => $"{{{Many("\"a\":0,", length)}\"a\":0}}",
        8 => $"\"{Many("\\u0301", length)}\"",
        9 => $"\"a{Many("\u0316\u0300", length / 2)}\"",
        10 => new string('9', length),
        _ => $"\"{Many("\\\\", length)}",
    };

    private static string Many(string part, int length) => new StringBuilder().Insert(0, part, length / part.Length).ToString();
}
