namespace Arena.Gateway.Quizzes.Reading.Archives;

/// <summary>References between the entries of an archive.</summary>
internal static class EntryPath
{
    /// <param name="folder">The folder of the entry that refers, with a slash at its end, or nothing for the top folder.</param>
    /// <param name="reference">A relative path, decoded.</param>
    /// <returns>The entry; null if the reference leads out of the archive.</returns>
    public static string? Resolve(string folder, string reference)
    {
        if (reference.StartsWith('/') || reference.Contains(':') || reference.Contains('\\'))
            return null;
        var parts = new List<string>();
        foreach (string part in $"{folder}{reference}".Split('/'))
        {
            if (part == ".." && parts.Count == 0)
                return null;
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "."))
                parts.Add(part);
        }
        return string.Join('/', parts);
    }

    /// <summary>The folder of an entry, with the slash at its end.</summary>
    public static string FolderOf(string entry) => entry[..(entry.LastIndexOf('/') + 1)];
}
