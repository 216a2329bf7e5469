using System.Globalization;
using System.Text;

namespace Arena.Game.Names;

/// <summary>Which characters look like which: the skeletons of Unicode's UTS #39, section 4.</summary>
public static class Confusables
{
    private static readonly (int[] Characters, string[] Prototypes) Table = Read(ConfusablesTable.Prototypes);

    /// <summary>Two texts look alike if they have the same skeleton. It is for comparing, never for showing.</summary>
    /// <param name="text">Without unpaired surrogates.</param>
    public static string Skeleton(string text)
    {
        var skeleton = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
            skeleton.Append(PrototypeOf(rune) ?? rune.ToString());
        return skeleton.ToString().Normalize(NormalizationForm.FormD);
    }

    /// <summary>What stands for a character and all that look like it. Null: it stands for itself.</summary>
    public static string? PrototypeOf(Rune character)
    {
        var index = Array.BinarySearch(Table.Characters, character.Value);
        return index < 0 ? null : Table.Prototypes[index];
    }

    /// <summary>The characters that have a prototype, in order.</summary>
    public static IEnumerable<Rune> Characters => Table.Characters.Select(character => new Rune(character));

    private static (int[] Characters, string[] Prototypes) Read(string table)
    {
        var entries =
            from line in table.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            let sides = line.Split('=')
            from character in sides[1].Split(' ')
            orderby Number(character)
            select (Character: Number(character), Prototype: string.Concat(sides[0].Split(' ').Select(Text)));
        var ordered = entries.ToArray();
        return ([.. ordered.Select(entry => entry.Character)], [.. ordered.Select(entry => entry.Prototype)]);
    }

    private static int Number(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Text(string hexadecimal) => new Rune(Number(hexadecimal)).ToString();
}
