namespace Arena.Web.Tests;

/// <summary>Drawing the gallery takes all of the machine: not while somewhere a game's clock is running.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class GalleryAlone
{
    public const string Name = "Gallery";

    /// <summary>Each story waits a few frames for its page: two cores carry three pages.</summary>
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 3 };

    /// <summary>Draws all stories in some views, each view in parts, so that no core waits for another at the end.</summary>
    public static Task DrawAsync<TView>(IEnumerable<TView> views, Func<TView, Func<int, bool>, Task> drawAsync)
    {
        var parts = Enumerable.Range(0, AtOnce.MaxDegreeOfParallelism);
        return Parallel.ForEachAsync(
            views.SelectMany(view => parts.Select(part => (view, part))), AtOnce,
            async (each, _) => await drawAsync(each.view, index => index % AtOnce.MaxDegreeOfParallelism == each.part));
    }
}
