using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Arena.Gateway.Play;

/// <summary>
/// SignalR's JSON protocol with a bound on a message that refuses the message, not the connection: a call that is too long is answered with
/// <c>invalidMessage</c> under its own invocation id and reaches no method.
/// </summary>
internal sealed class BoundedHubProtocol(JsonHubProtocol json, int maxMessageBytes) : IHubProtocol
{
    private const byte RecordSeparator = 0x1e;

    public string Name => json.Name;

    public int Version => json.Version;

    public TransferFormat TransferFormat => json.TransferFormat;

    public bool IsVersionSupported(int version) => json.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => json.GetMessageBytes(message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => json.WriteMessage(message, output);

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        if (input.PositionOf(RecordSeparator) is { } end && input.Slice(0, end).Length > maxMessageBytes)
        {
            message = Refuse(input.Slice(0, end));
            input = input.Slice(input.GetPosition(1, end));
            return true;
        }
        return json.TryParseMessage(ref input, binder, out message);
    }

    private static InvocationBindingFailureMessage Refuse(ReadOnlySequence<byte> tooLong)
    {
        var reader = new Utf8JsonReader(tooLong);
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
        return new(invocationId, target, ExceptionDispatchInfo.Capture(new HubException("invalidMessage")));
    }
}
