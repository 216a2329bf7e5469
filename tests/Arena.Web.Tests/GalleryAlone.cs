namespace Arena.Web.Tests;

/// <summary>Drawing the gallery takes all of the machine: not while somewhere a game's clock is running.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class GalleryAlone
{
    public const string Name = "Gallery";

    public static readonly ParallelOptions TwoAtOnce = new() { MaxDegreeOfParallelism = 2 };
}
