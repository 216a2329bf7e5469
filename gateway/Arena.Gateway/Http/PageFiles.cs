using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Arena.Gateway.Http;

/// <summary>
/// The files of the web client, whose page names the network that media are taken from, and allows it in its policy. The compressed twins of the
/// page say nothing of it, so they are not sent.
/// </summary>
internal sealed partial class PageFiles(IFileProvider files, string mediaOrigin) : IFileProvider
{
    private const string Page = "index.html";

    /// <summary>The browser shows pictures, plays sounds, and loads them beforehand.</summary>
    private static readonly (string Directive, string Own)[] Sources = [("img-src", "'self' data:"), ("media-src", "'self'"), ("connect-src", "'self'")];

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.TrimStart('/');
        var file = files.GetFileInfo(subpath);
        return !file.Exists || !name.StartsWith(Page, StringComparison.Ordinal) ? file
            : name == Page ? new NamingPage(file, mediaOrigin)
            : new NotFoundFileInfo(name);
    }

    private static string Write(IFileInfo page, string origin)
    {
        using var reader = new StreamReader(page.CreateReadStream());
        return Meta().Replace(
            reader.ReadToEnd(),
            meta => $"{meta.Groups["before"]}{Allow(WebUtility.HtmlDecode(meta.Groups["policy"].Value), origin)}{meta.Groups["after"]}<meta name=\"arena-media\" content=\"{origin}\">",
            count: 1);
    }

    private static string Allow(string policy, string origin)
    {
        List<string> directives = [.. policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (var (directive, own) in Sources)
        {
            if (directives.FindIndex(each => each.StartsWith(directive + " ", StringComparison.Ordinal)) is >= 0 and var place)
                directives[place] = $"{directives[place]} {origin}";
            else
                directives.Add($"{directive} {own} {origin}");
        }
        return string.Join("; ", directives);
    }

    [GeneratedRegex("(?<before><meta http-equiv=\"content-security-policy\" content=\")(?<policy>[^\"]*)(?<after>\"[^>]*>)", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();

    private sealed class NamingPage(IFileInfo page, string origin) : IFileInfo
    {
        private readonly byte[] _content = Encoding.UTF8.GetBytes(Write(page, origin));

        public bool Exists => true;

        public long Length => _content.Length;

        public string? PhysicalPath => null;

        public string Name => page.Name;

        public DateTimeOffset LastModified => page.LastModified;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(_content, writable: false);
    }
}
