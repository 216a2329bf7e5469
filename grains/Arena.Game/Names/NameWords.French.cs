namespace Arena.Game.Names;

/// <content>French qualities are the same for both genders.</content>
internal sealed partial record NameWords
{
    private static readonly NameWords French = new(
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
            """), IsAnimalFirst: true);
}
