using System.Collections;
using System.Reflection;

namespace Arena.Runtime.Tests.Serialization;

/// <summary>Compares what was sent with what came, member by member: records compare their collections by reference only.</summary>
internal static class Same
{
    public static void Assert(object? expected, object? actual, string path)
    {
        if (expected is null or string or GrainReference || actual is null || expected.GetType() is { IsPrimitive: true } or { IsEnum: true })
        {
            Xunit.Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
            return;
        }

        if (expected is ReadOnlyMemory<byte> memory)
        {
            Xunit.Assert.True(memory.Span.SequenceEqual(((ReadOnlyMemory<byte>)actual).Span), $"{path}: the bytes differ");
            return;
        }

        if (expected is IDictionary map) AssertMap(map, (IDictionary)actual, path);
        else if (expected is IEnumerable list) AssertList([.. list.Cast<object?>()], [.. ((IEnumerable)actual).Cast<object?>()], path);
        else AssertMembers(expected, actual, path);
    }

    private static void AssertMap(IDictionary expected, IDictionary actual, string path)
    {
        Xunit.Assert.Equal(expected.Count, actual.Count);
        foreach (DictionaryEntry entry in expected) Assert(entry.Value, actual[entry.Key], $"{path}[{entry.Key}]");
    }

    private static void AssertList(object?[] expected, object?[] actual, string path)
    {
        Xunit.Assert.True(expected.Length == actual.Length, $"{path}: {expected.Length} elements became {actual.Length}");
        for (var i = 0; i < expected.Length; i++) Assert(expected[i], actual[i], $"{path}[{i}]");
    }

    private static void AssertMembers(object expected, object actual, string path)
    {
        var type = expected.GetType();
        Xunit.Assert.Equal(type, actual.GetType());
        if (type.Namespace == "System" && !type.IsGenericType)
        {
            Xunit.Assert.True(expected.Equals(actual), $"{path}: {expected} became {actual}");
            return;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Assert(field.GetValue(expected), field.GetValue(actual), $"{path}.{field.Name}");
    }
}
