using System.Collections.Immutable;
using Arena.Game.Vocabulary;

namespace Arena.Game.Names;

/// <summary>
/// What names are made of. A word has eight letters at most, so that two of them and a number fit. French qualities are the same for both
/// genders.
/// </summary>
internal static class NameWords
{
    private static readonly (ImmutableArray<string>, ImmutableArray<string>) English = (
        List("""
            Badger Bat Bear Beaver Bee Bison Camel Cat Cheetah Crane Cricket Deer Dolphin Dove Duck Eagle Falcon Ferret Finch Fox Frog Gecko
            Giraffe Hamster Hare Hawk Heron Horse Jaguar Kestrel Koala Lemur Leopard Lion Lizard Lynx Magpie Marmot Marten Mole Moose Moth Newt
            Ocelot Orca Otter Owl Panda Panther Parrot Pelican Penguin Puffin Puma Quail Rabbit Raccoon Raven Robin Salmon Seal Sparrow Squid
            Stork Swan Tiger Toucan Turtle Walrus Whale Wolf Wombat Yak Zebra
            """),
        List("""
            Able Agile Alert Bold Brave Bright Calm Candid Careful Cheerful Clever Curious Daring Dapper Eager Earnest Fair Fancy Festive Friendly
            Funky Gallant Gentle Glad Golden Graceful Happy Helpful Honest Humble Jolly Joyful Keen Kind Lively Loyal Lucky Mellow Merry Mighty
            Modest Nimble Noble Patient Plucky Polite Proud Quick Quiet Radiant Rapid Ready Serene Shiny Silver Smart Sparkly Speedy Steady
            Sunny Swift Tidy Tireless Upbeat Valiant Vivid Warm Wise Witty Zesty
            """));

    private static readonly (ImmutableArray<string>, ImmutableArray<string>) French = (
        List("""
            Abeille Aigle Alouette Antilope Belette Biche Bison Blaireau Canard Carpe Castor Cerf Cheval Chevreau Chouette Cigale Cigogne Colibri
            Colombe Cygne Dauphin Faisan Faucon Fennec Fouine Fourmi Furet Gazelle Girafe Goéland Grillon Grue Guépard Hamster Hermine Héron Hibou
            Jaguar Koala Lama Lapin Lézard Licorne Lièvre Lion Loir Loup Loutre Lynx Marmotte Martre Merle Mésange Moineau Mouette Otarie
            Ours Panda Panthère Pélican Perdrix Phoque Pinson Poney Puma Raton Renard Requin Rouget Saumon Tigre Tortue Toucan Zèbre
            """),
        List("""
            Adorable Affable Agile Aimable Alerte Allègre Amène Calme Candide Capable Célèbre Céleste Comique Digne Docile Drôle
            Épique Fidèle Habile Honnête Jeune Juste Leste Libre Logique Lucide Lyrique Magique Modeste Mythique
            Noble Novice Paisible Poétique Propre Prospère Rapide Rare Robuste Sage Sauvage Sensible Sincère Sobre Solaire
            Solide Souple Superbe Svelte Sympa Tenace Tendre Tonique Unique Utile Véloce
            """));

    public static (ImmutableArray<string> Animals, ImmutableArray<string> Qualities) Of(NameLanguage language) =>
        language == NameLanguage.Fr ? French : English;

    private static ImmutableArray<string> List(string words) => [.. words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
