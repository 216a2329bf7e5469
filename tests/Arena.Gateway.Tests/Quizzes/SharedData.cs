namespace Arena.Gateway.Tests.Quizzes;

/// <summary>The real question files, where they lie beside the repository; they are not part of it.</summary>
internal static class SharedData
{
    /// <summary>The file, or null where there is no such folder.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Arena.sln")))
            {
                string path = Path.Combine(folder.FullName, "..", "shared", "data", "opentriviaqa", file);
                return File.Exists(path) ? path : null;
            }
        }
        return null;
    }
}
