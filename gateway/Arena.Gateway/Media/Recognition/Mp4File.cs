using System.Text;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>
/// MP4 (ISO/IEC 14496-12) with codecs that browsers play: box after box to the end. The times are those of its index; where parts of the file
/// have indexes of their own (fragments), it is not taken.
/// </summary>
internal sealed class Mp4File
{
    private const int MaxDepth = 8;
    private const int SelfContained = 1;

    // The types of boxes: four letters each.
    private const uint Index = 0x6D6F6F76, Track = 0x7472616B, Media = 0x6D646961, MediaInfo = 0x6D696E66, DataInfo = 0x64696E66, Table = 0x7374626C,
        Content = 0x6D646174, Fragment = 0x6D6F6F66, Fragments = 0x6D766578, MovieHeader = 0x6D766864, MediaHeader = 0x6D646864, Codecs = 0x73747364,
        References = 0x64726566;

    private static readonly HashSet<uint> Containers = [Index, Track, Media, MediaInfo, DataInfo, Table];
    private static readonly HashSet<string> Pictures = new(StringComparer.Ordinal) { "avc1", "avc3", "vp09", "av01" };
    private static readonly HashSet<string> Sounds = new(StringComparer.Ordinal) { "mp4a", "Opus", "fLaC" };

    private readonly ContentReader _file;
    private double _seconds;
    private bool _hasIndex, _hasContent, _hasSound;
    private (int Width, int Height)? _picture;

    private Mp4File(ContentReader file) => _file = file;

    public static MediaDescription Read(ContentReader file)
    {
        file.MoveTo(0);
        var mp4 = new Mp4File(file);
        mp4.Walk(file.Length, depth: 0);
        if (!mp4._hasIndex || !mp4._hasContent || mp4._seconds == 0)
            throw ContentReader.Damaged("Its index or its content is missing.");
        var seconds = (int)Math.Min(int.MaxValue, Math.Ceiling(mp4._seconds));
        return mp4._picture is { } picture ? new(MediumKind.Video, "video/mp4", picture.Width, picture.Height, seconds)
            : mp4._hasSound ? new(MediumKind.Audio, "audio/mp4", null, null, seconds)
            : throw ContentReader.Unknown("It has neither pictures nor sound.");
    }

    private void Walk(long end, int depth)
    {
        while (_file.Position < end)
        {
            var start = _file.Position;
            long bytes = _file.ReadUInt32();
            var type = _file.ReadUInt32();
            if (bytes == 1)
                bytes = (long)Math.Min(_file.ReadUInt64(), long.MaxValue);
            else if (bytes == 0 && depth == 0)
                bytes = end - start;
            if (bytes < _file.Position - start || bytes > end - start)
                throw ContentReader.Damaged($"The box {type:X8} is longer than what it is in.");
            if (Containers.Contains(type) && depth < MaxDepth)
                Walk(start + bytes, depth + 1);
            else
                Look(type, start + bytes);
            _hasIndex |= type == Index;
            _hasContent |= type == Content;
            _file.MoveTo(start + bytes);
        }
    }

    private void Look(uint type, long end)
    {
        switch (type)
        {
            case Fragment or Fragments:
                throw ContentReader.Unknown("It is in fragments.");
            case MovieHeader or MediaHeader:
                ReadTimes();
                break;
            case Codecs:
                ReadCodec(end);
                break;
            case References:
                ReadReferences(end);
                break;
            default:
                break;
        }
    }

    private void ReadTimes()
    {
        var isLong = _file.ReadUInt32() >> 24 == 1;
        _file.Skip(isLong ? 16 : 8);
        var unit = _file.ReadUInt32();
        double duration = isLong ? _file.ReadUInt64() : _file.ReadUInt32();
        if (unit == 0)
            throw ContentReader.Damaged("It has no unit of time.");
        _seconds = Math.Max(_seconds, duration / unit);
    }

    private void ReadCodec(long end)
    {
        _file.Skip(8);
        if (_file.Position + 16 > end)
            throw ContentReader.Damaged("A track has no codec.");
        _file.Skip(4);
        var codec = Encoding.ASCII.GetString(_file.ReadBytes(4));
        if (Sounds.Contains(codec))
        {
            _hasSound = true;
            return;
        }
        if (!Pictures.Contains(codec))
            throw ContentReader.Unknown($"A track is written in {codec}, which not every browser plays.");
        _file.Skip(24);
        var (width, height) = (_file.ReadUInt16(), _file.ReadUInt16());
        if (width == 0 || height == 0)
            throw ContentReader.Damaged("Its pictures have no size.");
        _picture = (width, height);
    }

    /// <summary>A track may say that its content is at an address elsewhere.</summary>
    private void ReadReferences(long end)
    {
        _file.Skip(8);
        while (_file.Position < end)
        {
            var start = _file.Position;
            var bytes = _file.ReadUInt32();
            _file.Skip(4);
            if ((_file.ReadUInt32() & SelfContained) == 0)
                throw ContentReader.Unknown("Its content is at an address elsewhere.");
            if (bytes < 12)
                throw ContentReader.Damaged("A reference is too short.");
            _file.MoveTo(start + bytes);
        }
    }
}
