using Arena.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Arena.Storage.Copying;

/// <summary>A table as both databases hold it: columns in one order, and the key by which its rows are read.</summary>
internal sealed record CopyTable(string Name, IReadOnlyList<CopyColumn> Columns, IReadOnlyList<CopyColumn> Key, string? Sequence)
{
    /// <summary>All of them, each after those that it refers to.</summary>
    public static List<CopyTable> AllOf(ArenaDbContext postgres)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in postgres.Model.GetEntityTypes())
            Place(entity, ordered);
        return [.. ordered.Select(Of), OrleansTables.GrainStates];
    }

    public string ColumnList => string.Join(", ", Columns.Select(column => column.Quoted));

    private static void Place(IEntityType entity, List<IEntityType> ordered)
    {
        if (ordered.Contains(entity))
            return;
        foreach (var reference in entity.GetForeignKeys())
            Place(reference.PrincipalEntityType, ordered);
        ordered.Add(entity);
    }

    private static CopyTable Of(IEntityType entity)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        var counted = key.SingleOrDefault(property => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long));
        return new(
            entity.GetTableName()!,
            [.. entity.GetProperties().Select(CopyColumn.Of)],
            [.. key.Select(CopyColumn.Of)],
            counted is null ? null : $"{entity.GetTableName()}_{counted.GetColumnName()}_seq");
    }
}
