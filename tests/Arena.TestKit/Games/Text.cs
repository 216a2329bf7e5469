using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Arena.Game.Events;
using Arena.Game.State;

namespace Arena.TestKit.Games;

/// <summary>Events, states and views as text, to compare by content and to read in a failure.</summary>
public static class Text
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PhaseConverter(), new JsonStringEnumConverter() },
    };

    public static string Events(IEnumerable<GameEvent> events) =>
        string.Join("\n", events.Select(one => $"{one.GetType().Name} {JsonSerializer.Serialize(one, one.GetType(), Options)}"));

    public static string State(GameState? state) => JsonSerializer.Serialize(state, Options);

    public static string View<TView>(TView view) => JsonSerializer.Serialize(view, Options);

    /// <summary>The event as a journal would give it back.</summary>
    public static GameEvent Reread(GameEvent happened) =>
        (GameEvent)JsonSerializer.Deserialize(JsonSerializer.Serialize(happened, happened.GetType()), happened.GetType())!;

    private sealed class PhaseConverter : JsonConverter<Phase>
    {
        public override Phase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("States are told, never read.");

        public override void Write(Utf8JsonWriter writer, Phase value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(value.GetType().Name);
            JsonSerializer.Serialize(writer, value, value.GetType());
            writer.WriteEndObject();
        }
    }
}
