namespace Arena.Storage.Migrations;

/// <summary>
/// Writes the keys of texts that were stored before there were any. A database has no function that takes all accents off: those of Western
/// European languages are replaced here, and any other text gets its own key when its quiz is saved again.
/// </summary>
internal static class SearchKeys
{
    private static readonly (string Accented, string Plain)[] Letters =
    [
        ("àáâãäåÀÁÂÃÄÅ", "a"), ("çÇ", "c"), ("èéêëÈÉÊË", "e"), ("ìíîïÌÍÎÏ", "i"), ("ñÑ", "n"), ("òóôõöøÒÓÔÕÖØ", "o"), ("ùúûüÙÚÛÜ", "u"), ("ýÿÝŸ", "y"),
        ("æÆ", "ae"), ("œŒ", "oe"), ("ß", "ss"), ("’", "''"),
    ];

    /// <summary>The statement that fills a column with the keys of another one.</summary>
    public static string Fill(string table, string column, string key)
    {
        var expression = $"lower({column})";
        foreach (var (accented, plain) in Letters)
        {
            foreach (var letter in accented)
                expression = $"replace({expression}, '{letter}', '{plain}')";
        }
        return $"UPDATE {table} SET {key} = {expression};";
    }
}
