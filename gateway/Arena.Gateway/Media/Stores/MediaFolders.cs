using Arena.Gateway.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Media.Stores;

/// <summary>The configured folder and its parts, on one file system.</summary>
internal sealed class MediaFolders(IOptions<MediaOptions> options, IHostEnvironment host)
{
    /// <summary>Of the objects.</summary>
    public string Objects { get; } = Path.GetFullPath(Path.Combine(options.Value.Folder, "objects"), host.ContentRootPath);

    /// <summary>Of uploads that are being read.</summary>
    public string Incoming { get; } = Path.GetFullPath(Path.Combine(options.Value.Folder, "incoming"), host.ContentRootPath);
}
