using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Arena.Storage.Model;

/// <summary>An instant as Unix milliseconds: one meaning in both databases, sortable, no time zone to get wrong.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created by EF")]
internal sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
