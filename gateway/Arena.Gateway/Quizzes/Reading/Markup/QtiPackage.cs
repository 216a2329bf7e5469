using System.Xml;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading.Archives;

namespace Arena.Gateway.Quizzes.Reading.Markup;

/// <summary>
/// Reads a QTI package: the files that its manifest names, in that order. Names lead to entries of the archive alone; what leads elsewhere or to
/// nothing is a fault, and nothing is read from a disk.
/// </summary>
internal sealed class QtiPackage(Package package, ValidationErrors faults, DraftCollector draft)
{
    private const string Manifest = "imsmanifest.xml";
    private const int MaxResources = 10_000;

    /// <summary>Whether these entries are such a package.</summary>
    public static bool IsIn(IEnumerable<string> names) => ArchiveEntries.Topmost(names, Manifest) is not null;

    public DraftReading Read()
    {
        if (ArchiveEntries.Topmost(package.Names, Manifest) is not { } manifest)
        {
            faults.AddToQuiz(new(1), QuizErrorCode.ArchiveFile);
            return DraftReading.None;
        }
        string folder = manifest[..^Manifest.Length];
        foreach ((string href, int line) in Resources(manifest))
            ReadResource(folder, href, new(line, null, JsonPath.Named(QuizText.Excerpt(manifest))));
        return draft.Finish();
    }

    private List<(string Href, int Line)> Resources(string manifest)
    {
        var resources = new List<(string, int)>();
        using XmlReader reader = package.OpenXml(manifest)!;
        while (resources.Count < MaxResources && reader.ReadNode())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "resource" || !IsQuestions(reader.GetAttribute("type") ?? ""))
                continue;
            int line = ((IXmlLineInfo)reader).LineNumber;
            string? href = reader.GetAttribute("href");
            using XmlReader inner = reader.ReadSubtree();
            while (href is null && inner.ReadNode())
                href = inner.LocalName == "file" ? inner.GetAttribute("href") : null;
            if (href is not null)
                resources.Add((href, Math.Max(1, line)));
        }
        return resources;
    }

    private static bool IsQuestions(string type) =>
        type.StartsWith("imsqti_item", StringComparison.Ordinal) || type.StartsWith("imsqti_test", StringComparison.Ordinal)
        || type.StartsWith("imsqti_xmlv1p", StringComparison.Ordinal) || type.StartsWith("imsqti_assessment", StringComparison.Ordinal);

    private void ReadResource(string folder, string href, SourceMark at)
    {
        string name = folder + Uri.UnescapeDataString(href);
        if (!ArchiveEntries.IsInside(name))
        {
            draft.LeaveOut(at, QuizErrorCode.UnsafePath, href);
            return;
        }
        using XmlReader? reader = package.OpenXml(name);
        if (reader is null)
        {
            draft.LeaveOut(at, QuizErrorCode.MissingFile, href);
            return;
        }
        var file = JsonPath.Named(QuizText.Excerpt(name));
        try
        {
            new QtiReader(draft, new PackagePictures(package, folder, name).Find).Read(reader, file);
        }
        catch (XmlException broken)
        {
            draft.LeaveOut(new(Math.Max(1, broken.LineNumber), null, file), QuizErrorCode.BrokenXml);
        }
    }
}
