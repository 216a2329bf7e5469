namespace Arena.Web.Tests;

/// <summary>Every screen in every state, built with this project and shown without a server.</summary>
internal sealed class Gallery
{
    private static readonly string Folder = Repository.At("artifacts", "gallery");

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".woff2"] = "font/woff2",
        [".webmanifest"] = "application/manifest+json",
    };

    /// <summary>Pictures of all stories take a sixth of the browsers' time: only for those who will look at them.</summary>
    private static readonly bool IsPictured = Environment.GetEnvironmentVariable("ARENA_PICTURES") == "1";

    private readonly string _view;

    private Gallery(IPage page, string view) => (Page, _view) = (page, view);

    public IPage Page { get; }

    /// <summary>The gallery in a language, on a screen of a size.</summary>
    public static async Task<Gallery> OpenAsync(IBrowser browser, string language, int width, int height)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = "http://gallery.test",
            ViewportSize = new() { Width = width, Height = height },
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Chromium.PatienceMs);
        var gallery = new Gallery(await context.NewPageAsync(), $"{width}-{language}");
        await context.RouteAsync("**/*", FulfilAsync);
        return gallery;
    }

    /// <summary>The names of all stories.</summary>
    public async Task<IReadOnlyList<string>> StoriesAsync()
    {
        await Page.GotoAsync("/gallery");
        await Assertions.Expect(Page.GetByTestId("stories")).ToBeVisibleAsync();
        return await Page.Locator("[data-story]").AllInnerTextsAsync();
    }

    /// <summary>Shows a story, in the page as it is: reloading it takes long.</summary>
    public async Task ShowAsync(string story)
    {
        await Page.EvaluateAsync("story => { location.hash = story; }", story);
        await Page.Locator($"html[data-shown={story}] main").First.WaitForAsync();
        await Page.EvaluateAsync(
            """
            async () => {
              scrollTo(0, 0);
              await document.fonts.ready;
              while (document.querySelector('[aria-busy=true]')) await new Promise((drawn) => requestAnimationFrame(drawn));
              await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            }
            """);
    }

    /// <summary>Shows a story, and takes a picture of it if ARENA_PICTURES is 1.</summary>
    /// <returns>What sticks out of the screen sideways, if anything does.</returns>
    public async Task<string?> MeasureAsync(string story)
    {
        await ShowAsync(story);
        var overflow = await OverflowAsync();
        if (IsPictured)
            await Screenshots.TakeWholeAsync(Page, $"gallery/{_view}/{story}");
        return overflow is null ? null : $"{story} {_view}: {overflow}";
    }

    /// <summary>What sticks out of the screen sideways, if anything does.</summary>
    public Task<string?> OverflowAsync() => Page.EvaluateAsync<string?>(
        """
        () => {
          const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth <= clientWidth) return null;
          const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
          return `${scrollWidth} of ${clientWidth}: ${wide.at(-1)?.outerHTML.slice(0, 200)}`;
        }
        """);

    private static async Task FulfilAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
        var file = Path.Combine(Folder, Path.HasExtension(path) ? path : "index.html");
        if (File.Exists(file))
            await route.FulfillAsync(new() { Path = file, ContentType = Types[Path.GetExtension(file)] });
        else
            await route.FulfillAsync(new() { Status = 404 });
    }
}
