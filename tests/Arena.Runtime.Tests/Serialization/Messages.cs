using System.Collections.Immutable;

namespace Arena.Runtime.Tests.Serialization;

/// <summary>Sends everything that can be sent. No grain need implement it.</summary>
public interface IEverything : IGrainWithStringKey
{
    Task<Numbers> SendNumbers(Numbers value);

    Task<Texts> SendTexts(Texts value);

    Task<Times> SendTimes(Times value);

    Task<Lists> SendLists(Lists value);

    Task<Maps> SendMaps(Maps value);

    Task<Nested> SendNested(Nested value);

    Task<Settable> SendSettable(Settable value);

    Task<Maybe<Point>> SendGeneric(Maybe<ImmutableArray<string?>> value, Maybe<string> other);

    Task<(int A, string? B)> SendTuples((Point Point, (long, string) Inner) value, (int, int, int, int, int, int, int, int, string)? many);

    Task<IWork?> SendReferences(IWork work, IListener listener, IWork? none, ImmutableArray<IWork> more);

    Task<string?> SendScalars(string text, int number, Colour colour, Colour? none, Guid id, double fraction, CancellationToken cancellationToken);

    Task<List<(string Name, Point?[] Points)>?> SendDeepLists(ImmutableArray<List<int[]>?> value);

    [OneWay]
    Task SendAndForget(ReadOnlyMemory<byte> bytes);

    Task<bool> Ask();

    Task<OldPerson> SendOld(OldPerson person);

    Task<NewPerson> SendNew(NewPerson person);

    Task<Node> SendNode(Node node);
}

public enum Colour : byte
{
    Red,
    Green,
    Blue = 200,
}

[Flags]
public enum Options : long
{
    None = 0,
    Least = long.MinValue,
    One = 1,
}

[GenerateSerializer]
public readonly record struct Point([property: Id(0)] int X, [property: Id(1)] int Y);

[GenerateSerializer]
public readonly record struct Maybe<T>([property: Id(0)] T? Value, [property: Id(7)] Colour? Colour);

[GenerateSerializer]
public sealed record Numbers(
    [property: Id(0)] bool Flag, [property: Id(1)] sbyte Signed8, [property: Id(2)] byte Unsigned8, [property: Id(3)] short Signed16,
    [property: Id(4)] ushort Unsigned16, [property: Id(5)] char Character, [property: Id(6)] int Signed32, [property: Id(7)] uint Unsigned32,
    [property: Id(8)] long Signed64, [property: Id(9)] ulong Unsigned64, [property: Id(10)] float Single, [property: Id(11)] double Double,
    [property: Id(12)] decimal Decimal, [property: Id(13)] Colour Colour, [property: Id(14)] Options Options, [property: Id(15)] int? MaybeInt,
    [property: Id(536_870_911)] bool? MaybeFlag);

[GenerateSerializer]
public sealed record Texts(
    [property: Id(0)] string Text, [property: Id(1)] string? MaybeText, [property: Id(2)] byte[] Bytes, [property: Id(3)] byte[]? MaybeBytes,
    [property: Id(4)] ReadOnlyMemory<byte> Memory, [property: Id(5)] ImmutableArray<byte> Immutable,
    [property: Id(6)] ReadOnlyMemory<byte>? MaybeMemory);

[GenerateSerializer]
public sealed record Times(
    [property: Id(0)] Guid Id, [property: Id(1)] Guid? MaybeId, [property: Id(2)] DateTime Date, [property: Id(3)] DateTimeOffset Instant,
    [property: Id(4)] TimeSpan Span, [property: Id(5)] TimeSpan? MaybeSpan);

[GenerateSerializer]
public sealed record Lists(
    [property: Id(0)] int[] Array, [property: Id(1)] List<string> List, [property: Id(2)] IReadOnlyList<string?> ReadOnly,
    [property: Id(3)] ImmutableArray<int?> Maybe, [property: Id(4)] ImmutableArray<ImmutableArray<long>> Nested,
    [property: Id(5)] Point[]? Points, [property: Id(6)] List<Texts?> Objects, [property: Id(7)] ImmutableArray<double> Doubles,
    [property: Id(8)] ImmutableArray<Guid>? Ids, [property: Id(9)] bool[] Flags);

[GenerateSerializer]
public sealed record Maps(
    [property: Id(0)] Dictionary<string, int> Counts, [property: Id(1)] ImmutableDictionary<Guid, Point> Points,
    [property: Id(2)] Dictionary<Colour, List<string>?>? Colours, [property: Id(3)] ImmutableDictionary<int, string?> Names);

[GenerateSerializer]
public sealed record Nested([property: Id(3)] Point Point, [property: Id(2)] Times? Times, [property: Id(1)] (int, Maybe<string>)? Tuple);

[GenerateSerializer]
public class Settable
{
    [Id(0)]
    public int Number { get; set; }

    [Id(1)]
    public required string Text { get; init; }

    [Id(2)]
    public ImmutableArray<int> Numbers { get; set; } = [1, 2, 3];

    public int Doubled => 2 * Number;
}

[GenerateSerializer]
public sealed record Node([property: Id(0)] int Value, [property: Id(1)] Node? Next, [property: Id(2)] ImmutableArray<Node> Children);

/// <summary>A release ago.</summary>
[GenerateSerializer]
public sealed record OldPerson([property: Id(0)] string Name, [property: Id(1)] int Age, [property: Id(2)] Node? Tree);

/// <summary>Now: two members are gone and many are new.</summary>
[GenerateSerializer]
public sealed record NewPerson(
    [property: Id(0)] string Name, [property: Id(3)] string City, [property: Id(4)] string? Email, [property: Id(5)] ImmutableArray<int> Marks,
    [property: Id(6)] Settings Settings, [property: Id(7)] List<Point> Points, [property: Id(8)] Dictionary<string, Guid> Ids,
    [property: Id(9)] double Weight, [property: Id(10)] int? Rank, [property: Id(11)] IReadOnlyList<int> Numbers);

[GenerateSerializer]
public readonly record struct Settings([property: Id(0)] string Title, [property: Id(1)] ImmutableArray<Node> Nodes);
