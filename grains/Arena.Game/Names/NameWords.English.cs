namespace Arena.Game.Names;

internal sealed partial record NameWords
{
    private static readonly NameWords English = new(
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
}
