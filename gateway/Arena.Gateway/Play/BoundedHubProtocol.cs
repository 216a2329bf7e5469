using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Arena.Gateway.Play;

/// <summary>
/// SignalR's JSON protocol with a bound on a message that refuses the message, not the connection: a call that is too long, or whose arguments
/// are not of the documented form, is answered with <c>invalidMessage</c> under its own invocation id and reaches no method. Counts what a
/// connection sends, calls, pings and everything else, and ends one that floods, or that sends what no version of the protocol knows: SignalR
/// would wait for more of it and read nothing again.
/// </summary>
internal sealed class BoundedHubProtocol(JsonHubProtocol json, int maxMessageBytes) : IHubProtocol
{
    private ConnectionTraffic? _traffic;
    private ConnectionWatch? _watch;

    private const byte RecordSeparator = 0x1e;

    public string Name => json.Name;

    public int Version => json.Version;

    public TransferFormat TransferFormat => json.TransferFormat;

    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    /// <summary>The protocol of one connection.</summary>
    public BoundedHubProtocol Counting(ConnectionTraffic traffic, ConnectionWatch watch) =>
        new(json, maxMessageBytes) { _traffic = traffic, _watch = watch };

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        message = null;
        if (input.PositionOf(RecordSeparator) is not { } end)
            return false;
        if (input.Slice(0, end).Length > maxMessageBytes)
        {
            message = Refuse(input.Slice(0, end));
            input = input.Slice(input.GetPosition(1, end));
        }
        else if (!json.TryParseMessage(ref input, binder, out message))
        {
            // To SignalR this is the end of a connection like any other, and nothing to log as an error.
            throw new OperationCanceledException("The message is of no known type.");
        }
        else if (message is InvocationBindingFailureMessage unread)
        {
            message = Invalid(unread.InvocationId, unread.Target, unread.BindingFailure.SourceException);
        }
        if (_traffic is { } traffic && !traffic.Count(isRefused: message is not (InvocationMessage or PingMessage or CloseMessage)))
        {
            _watch!.Flooded(traffic);
            throw new OperationCanceledException("Too many messages were refused.");
        }
        return true;
    }

    /// <exception cref="InvalidDataException">It is no JSON either: the connection is closed, as for a short message that is none.</exception>
    private static InvocationBindingFailureMessage Refuse(ReadOnlySequence<byte> tooLong)
    {
        try
        {
            var (invocationId, target) = ReadCall(tooLong);
            return Invalid(invocationId, target, cause: null);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("The message is not JSON.", malformed);
        }
    }

    /// <summary>A call that reaches no method: its caller gets the code, and not what SignalR says about it.</summary>
    private static InvocationBindingFailureMessage Invalid(string? invocationId, string target, Exception? cause) =>
        new(invocationId, target, ExceptionDispatchInfo.Capture(new HubException("invalidMessage", cause)));

    private static (string? InvocationId, string Target) ReadCall(ReadOnlySequence<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        string? invocationId = null;
        var target = "";
        while (reader.Read() && reader.CurrentDepth <= 1)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            var isInvocationId = reader.ValueTextEquals("invocationId"u8);
            var isTarget = reader.ValueTextEquals("target"u8);
            reader.Read();
            if (isInvocationId && reader.TokenType == JsonTokenType.String)
                invocationId = reader.GetString();
            else if (isTarget && reader.TokenType == JsonTokenType.String)
                target = reader.GetString()!;
            else
                reader.Skip();
        }
        return (invocationId, target);
    }
}
