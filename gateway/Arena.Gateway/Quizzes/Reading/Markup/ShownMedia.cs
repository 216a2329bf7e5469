namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>The media that a piece of markup shows.</summary>
internal sealed class ShownMedia
{
    private readonly List<ShownPicture> _pictures = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<ShownPicture> Pictures => _pictures;

    /// <summary>Whether it shows sounds, videos or what else is no picture in a file.</summary>
    public bool HasOthers { get; private set; }

    public bool Any => HasOthers || _pictures.Count > 0;

    /// <param name="source">Where the picture is; one that is nowhere is drawn in the text itself.</param>
    /// <param name="alt">What it shows.</param>
    public void Add(string? source, string? alt)
    {
        if (string.IsNullOrWhiteSpace(source))
            HasOthers = true;
        else
            _pictures.Add(new(source.Trim(), alt));
    }

    public void AddOther() => HasOthers = true;
}

/// <param name="Source">The address, as the text names it.</param>
/// <param name="Alt">What it shows, if the text says.</param>
internal sealed record ShownPicture(string Source, string? Alt);
