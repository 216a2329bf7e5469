namespace Arena.Gateway.Accounts.SignedIn;

/// <summary>Which browser a request says that it is from: enough for its owner to recognise it.</summary>
internal static class BrowserFamily
{
    /// <summary>Most name others as well, so the first that matches is meant.</summary>
    private static readonly (string Mark, string Name)[] Families =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    /// <returns>Its name, or an empty text.</returns>
    public static string Of(string userAgent) =>
        Families.FirstOrDefault(family => userAgent.Contains(family.Mark, StringComparison.Ordinal)).Name ?? "";
}
