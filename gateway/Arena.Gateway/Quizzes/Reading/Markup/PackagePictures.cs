using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>Finds the pictures of a QTI package as its items name them.</summary>
/// <param name="package">The package.</param>
/// <param name="folder">The folder of its manifest.</param>
/// <param name="item">The file of the items.</param>
internal sealed class PackagePictures(Package package, string folder, string item)
{
    /// <summary>What Canvas and others (Common Cartridge) put for the folder of a package's files.</summary>
    private const string Base = "$IMS-CC-FILEBASE$/";

    private const string BaseFolder = "web_resources/";

    /// <param name="address">As the text has it: relative to the item, or, as some programs write it, to the manifest.</param>
    /// <returns>Null if it leads to no entry of the package.</returns>
    public PackedFile? Find(string address)
    {
        string path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
        bool isInBase = path.StartsWith(Base, StringComparison.OrdinalIgnoreCase);
        path = isInBase ? path[Base.Length..] : path;
        string[] folders = isInBase ? [folder + BaseFolder, folder] : [EntryPath.FolderOf(item), folder];
        return folders.Select(start => EntryPath.Resolve(start, path)).OfType<string>().Select(package.File).OfType<PackedFile>().FirstOrDefault();
    }
}
