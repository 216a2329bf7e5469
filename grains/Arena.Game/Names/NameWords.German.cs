namespace Arena.Game.Names;

/// <content>German animals are masculine, so that each quality has one form.</content>
internal sealed partial record NameWords
{
    private static readonly NameWords German = new(
        List("""
            Adler Ara Bär Biber Bison Bussard Büffel Dachs Delfin Dingo Elch Elefant Emu Esel Falke Fasan Fink Flamingo Frosch Fuchs Gecko
            Gepard Gimpel Habicht Hai Hamster Hase Hecht Hirsch Igel Iltis Jaguar Käfer Kakadu Karpfen Kater Koala Kolibri Kranich Krebs Kuckuck
            Lachs Leguan Lemur Leopard Löwe Luchs Marder Maulwurf Molch Nandu Nasenbär Otter Panda Panther Papagei Pelikan Pfau Pinguin Puma
            Rabe Reiher Rochen Schwan Seehund Seestern Spatz Specht Star Storch Strauß Tapir Tiger Tukan Uhu Waschbär Widder Wisent
            Wolf Wombat Zander Zeisig
            """),
        List("""
            Aktiver Bunter Braver Cooler Edler Eifriger Emsiger Feiner Findiger Fitter Fixer Flinker Flotter Freier Froher Genialer Goldener Guter
            Gütiger Heiterer Heller Junger Kecker Kesser Kluger Kühner Leiser Lieber Listiger Lustiger Milder Munterer Mutiger Netter Nobler
            Putziger Rascher Reger Rüstiger Ruhiger Sanfter Schlauer Sonniger Starker Stiller Stolzer Tapferer Toller Treuer Wacher
            Wackerer Warmer Weiser Wendiger Wilder Witziger Zäher Zahmer Zarter
            """));
}
