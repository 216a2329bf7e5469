using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Arena.Gateway.Tests.Security;

/// <summary>Turns good requests into ones that no good client sends, by a seed.</summary>
internal sealed class Garbage(int seed)
{
    private const int TooLong = 100_000;

    private readonly Random _random = new(seed);

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>Spoils the path, the query, the token, the body or its type, or leaves it as it is for a role that may not.</summary>
    public HttpRequestMessage Spoil(HttpRequestMessage request, string route)
    {
        var path = request.RequestUri!.OriginalString;
        if (_random.Next(3) == 0)
        {
            var segments = path.Split('/');
            var variable = route.Split(' ')[1].Split('/').Index().Where(segment => segment.Item.StartsWith('{')).Select(segment => segment.Index).ToList();
            if (variable.Count > 0)
                segments[OneOf(variable)] = Uri.EscapeDataString(OneOf(["x", "null", "00000000-0000-0000-0000-000000000000", "' OR 1=1 --", "%00", "<b>", "é\u202E", new string('a', 900)]));
            path = string.Join('/', segments);
        }
        if (_random.Next(4) == 0)
            path += OneOf(["?before=x", "?before=-1", "?search=%25", "?search=" + new string('s', 200), "?format=x", "?skipInvalid=7", "?title=%00"]);
        request.RequestUri = new Uri(path, UriKind.Relative);
        if (_random.Next(4) == 0)
            request.Headers.TryAddWithoutValidation("Authorization", OneOf(["Bearer", "Bearer x", "Basic eDp5", "Bearer " + new string('t', 4_000), "x", "Bearer arena_", "Bearer arena_" + new string('0', 48), "Bearer arena_'--"]));
        if (_random.Next(4) == 0)
            request.Headers.TryAddWithoutValidation("Cookie", OneOf(["__Secure-arena-sign-in=x", "__Secure-arena-browser=x; __Secure-arena-sign-in=", "=;=", "__Secure-arena-sign-in=" + new string('c', 4_000)]));
        if (request.Method != HttpMethod.Get && _random.Next(4) != 0)
            request.Content = new StringContent(Body(request), Encoding.UTF8, new MediaTypeHeaderValue(OneOf(["application/json", "application/json", "application/json", "text/plain", "application/xml"])));
        return request;
    }

    /// <summary>Arguments of a call of which some have become something else, or are too many or too few.</summary>
    public object?[] Arguments(object?[] good)
    {
        switch (_random.Next(6))
        {
            case 0:
                return [];
            case 1:
                return [.. good, 1];
            case 2:
                return good;
            default:
                return [.. good.Select(argument => Spoil(JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(argument, System.Text.Json.JsonSerializerOptions.Web))))];
        }
    }

    private string Body(HttpRequestMessage request)
    {
        // Anything but text is a file.
        if (_random.Next(3) == 0 || request.Content is not StringContent)
            return OneOf(["", "{", "null", "[]", "7", "\"x\"", "{}", new string('[', 2_000), new string(' ', TooLong), "{\"name\":" + new string('1', 5_000) + "}"]);
        return Spoil(JsonNode.Parse(request.Content.ReadAsStream()))?.ToJsonString() ?? "null";
    }

    private JsonNode? Spoil(JsonNode? good)
    {
        if (good is not JsonObject members || members.Count == 0)
            return Value();
        var name = OneOf(members.Select(member => member.Key).ToList());
        switch (_random.Next(4))
        {
            case 0:
                members.Remove(name);
                break;
            case 1:
                members["surplus"] = Value();
                break;
            case 2 when members[name] is JsonObject inner:
                Spoil(inner);
                break;
            default:
                members[name] = Value();
                break;
        }
        return members;
    }

    private JsonNode? Value() => _random.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(-1),
        2 => JsonValue.Create(long.MaxValue),
        3 => JsonValue.Create(0.5),
        4 => JsonValue.Create(true),
        5 => JsonValue.Create(""),
        6 => JsonValue.Create("\u0000\u202E\uFFFF"),
        7 => JsonValue.Create(new string('x', 3_000)),
        8 => new JsonArray(1, "x"),
        9 => new JsonObject { ["a"] = 1 },
        10 => JsonValue.Create("00000000-0000-0000-0000-000000000000"),
        _ => JsonValue.Create(_random.Next(int.MinValue, int.MaxValue)),
    };
}
