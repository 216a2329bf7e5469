using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Arena.Gateway.Accounts.Twitch;

/// <summary>The first name of an account that Twitch brought: the one there, as far as it can be one here. Its owner may change it.</summary>
internal static class TwitchNames
{
    private const string Nameless = "player";
    private const int Digits = 6;

    /// <param name="theirs">What Twitch said, or null.</param>
    /// <param name="isTaken">Whether another account has it: then digits follow.</param>
    public static string For(string? theirs, bool isTaken)
    {
        var digits = isTaken ? Drawn() : "";
        var name = AccountNames.Clean(Shortest(Kept(theirs), AccountNames.MaxLength - digits.Length) + digits);
        return name is not null && AccountNames.IsDistinct(name) ? name : Nameless + Drawn();
    }

    private static string Drawn() => RandomNumberGenerator.GetString("0123456789", Digits);

    private static string Kept(string? theirs)
    {
        var kept = new StringBuilder();
        foreach (var rune in (theirs ?? "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_' or '-')
                kept.Append(rune.ToString());
        }
        return kept.Length > 0 ? kept.ToString().Trim('.', '_', '-') : Nameless;
    }

    /// <summary>As many whole graphemes as fit.</summary>
    private static string Shortest(string name, int length)
    {
        var cut = new StringBuilder();
        for (var elements = StringInfo.GetTextElementEnumerator(name); elements.MoveNext() && cut.Length + elements.GetTextElement().Length <= length;)
            cut.Append(elements.GetTextElement());
        return cut.ToString().Trim('.', '_', '-');
    }
}
