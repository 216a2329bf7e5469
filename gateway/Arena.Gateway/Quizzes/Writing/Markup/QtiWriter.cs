using System.IO.Compression;
using System.Text;
using System.Xml;
using Arena.Game.Questions;

namespace Arena.Gateway.Quizzes.Writing.Markup;

/// <summary>
/// Writes a package of QTI 2.1: a file for each item, then the test that names them in their order, and the manifest. Pictures have names in it; their content
/// is added when the package is sent.
/// </summary>
internal sealed class QtiWriter : IQuizWriter
{
    /// <summary>The folder of the pictures.</summary>
    public const string MediaFolder = "media/";

    private const string Packaging = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private const string TestName = "assessment.xml";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly ZipArchive _archive;
    private readonly string _title;
    private readonly LossCounter _losses;
    private readonly QtiItemWriter _items;
    private readonly List<string[]> _files = [];

    public QtiWriter(string title, Stream output, LossCounter losses, ICollection<QuestionMedia> named)
    {
        _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
        (_title, _losses, _items) = (title, losses, new(losses, new(losses, named)));
    }

    public void Add(Question question)
    {
        string id = IdOf(_files.Count + 1);
        if (!_items.TryWrite(question, id))
        {
            _losses.LeaveOut(question);
            return;
        }
        _files.Add([NameOf(id), .. WrittenPictures.FilesOf(question).Distinct().Select(file => MediaFolder + file)]);
        using Stream item = _archive.CreateEntry(NameOf(id), CompressionLevel.Fastest).Open();
        _items.CopyTo(item);
    }

    public void Finish()
    {
        WritePart(TestName, WriteTest);
        WritePart("imsmanifest.xml", WriteManifest);
        _archive.Dispose();
    }

    public void Dispose()
    {
        _items.Dispose();
        _archive.Dispose();
    }

    private static string IdOf(int number) => $"q{number}";

    private static string NameOf(string id) => $"items/{id}.xml";

    private void WritePart(string name, Action<XmlWriter> write)
    {
        using Stream part = _archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(part, Settings);
        write(xml);
    }

    private void WriteTest(XmlWriter xml)
    {
        xml.WriteStartElement("assessmentTest", QtiItemWriter.Namespace);
        xml.WriteAttributeString("identifier", "test");
        xml.WriteAttributeString("title", XmlCharacters.Of(_title));
        xml.WriteStartElement("testPart");
        xml.WriteAttributeString("identifier", "part");
        xml.WriteAttributeString("navigationMode", "linear");
        xml.WriteAttributeString("submissionMode", "individual");
        xml.WriteStartElement("assessmentSection");
        xml.WriteAttributeString("identifier", "section");
        xml.WriteAttributeString("title", XmlCharacters.Of(_title));
        xml.WriteAttributeString("visible", "true");
        for (int number = 1; number <= _files.Count; number++)
        {
            string id = IdOf(number);
            xml.WriteStartElement("assessmentItemRef");
            xml.WriteAttributeString("identifier", id);
            xml.WriteAttributeString("href", NameOf(id));
            xml.WriteEndElement();
        }
        xml.WriteEndDocument();
    }

    private void WriteManifest(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", Packaging);
        xml.WriteAttributeString("identifier", "manifest");
        xml.WriteStartElement("metadata");
        xml.WriteElementString("schema", "QTIv2.1 Package");
        xml.WriteElementString("schemaversion", "1.0.0");
        xml.WriteEndElement();
        xml.WriteElementString("organizations", "");
        xml.WriteStartElement("resources");
        WriteResource(xml, "test", "imsqti_test_xmlv2p1", [TestName]);
        for (int number = 1; number <= _files.Count; number++)
            WriteResource(xml, IdOf(number), "imsqti_item_xmlv2p1", _files[number - 1]);
        xml.WriteEndDocument();
    }

    /// <param name="xml">The manifest.</param>
    /// <param name="id">Of the resource.</param>
    /// <param name="type">Of the resource.</param>
    /// <param name="files">Its own file, and those that it shows.</param>
    private static void WriteResource(XmlWriter xml, string id, string type, string[] files)
    {
        xml.WriteStartElement("resource");
        xml.WriteAttributeString("identifier", id);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", files[0]);
        foreach (string file in files)
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("href", file);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
