using System.Reflection;
using System.Text;
using System.Text.Json;
using Arena.Game.Vocabulary;
using Arena.Gateway.Http;
using Arena.Gateway.Play;
using Arena.GrainInterfaces;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProblemDetails = Microsoft.AspNetCore.Mvc.ProblemDetails;

namespace Arena.Gateway.Tests.Contract;

/// <summary>
/// All that a browser and the server say to each other, as TypeScript, out of the server's own definitions: the hub's two interfaces and what
/// they mention, the bodies of every route under <c>/api</c>, and the bounds that forms have to keep.
/// </summary>
internal static class WebContract
{
    private const string Header =
        """
        // Generated from the server's definitions by Arena.Gateway.Tests/Contract; a test there fails when the two differ, and says how to write
        // this file again. One exported type per C# type, same names, in the form they have on the wire (camelCase, enums as strings, Guid and
        // DateTimeOffset as strings, instants as Unix milliseconds of the server). REST leaves out absent values, the hub says null.

        """;

    public static string Write(IServiceProvider gateway)
    {
        var types = new TypeScriptTypes(gateway.GetServices<ProblemCodes>());
        var hub = types.Methods(typeof(IGameHub), WireJson.Options, isServer: true) + "\n"
            + types.Methods(typeof(IGameClient), WireJson.Options, isServer: false);
        var rest = gateway.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        foreach (var route in Routes(gateway))
            DeclareBodies(route, types, rest);
        var text = new StringBuilder(Header).Append("\n// The hub\n\n").Append(hub).Append("\n// The bounds of a game\n\n")
            .Append(Constants("gameLimits", typeof(GameLimits))).Append("\n// The times of a connection\n\n")
            .Append(Constants("connectionTimings", typeof(ConnectionTimings)));
        foreach (var place in types.Declarations.GroupBy(declared => declared.Namespace).OrderBy(place => place.Key, StringComparer.Ordinal))
        {
            text.Append("\n// ").Append(place.Key).Append('\n');
            foreach (var declared in place.OrderBy(declared => declared.Name, StringComparer.Ordinal))
                text.Append('\n').Append(declared.Text);
        }
        return text.ToString();
    }

    private static IEnumerable<RouteEndpoint> Routes(IServiceProvider gateway) => gateway.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
        .OrderBy(route => route.RoutePattern.RawText, StringComparer.Ordinal);

    private static void DeclareBodies(RouteEndpoint route, TypeScriptTypes types, JsonSerializerOptions json)
    {
        foreach (var accepted in route.Metadata.OfType<IAcceptsMetadata>())
        {
            if (accepted.RequestType is { } type && type != typeof(object))
                types.Reference(type, json, isRead: true);
        }
        foreach (var produced in route.Metadata.OfType<IProducesResponseTypeMetadata>())
        {
            if (produced.Type is { } type && type != typeof(void) && type != typeof(object) && type != typeof(ProblemDetails))
                types.Reference(type, json);
        }
    }

    private static string Constants(string name, Type type)
    {
        var constants = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(constant => $"  {JsonNamingPolicy.CamelCase.ConvertName(constant.Name)}: {constant.GetRawConstantValue()},\n");
        return $"export const {name} = {{\n{string.Concat(constants)}}} as const;\n";
    }
}
