using System.Collections.Frozen;

namespace Arena.Gateway.Accounts.Passwords;

/// <summary>The passwords that are guessed first.</summary>
internal static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";

    private static readonly FrozenSet<string> All = Read();

    public static bool Contains(string password) => All.Contains(password);

    private static FrozenSet<string> Read()
    {
        using var lines = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        var passwords = new List<string>();
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                passwords.Add(line);
        }
        return passwords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
