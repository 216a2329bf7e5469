using System.Buffers.Binary;
using System.Text;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Media.Recognition;

/// <summary>
/// WebM: element after element to the end (RFC 8794, RFC 9559). How long it lasts is read from its clusters, because a recording that was
/// written as it was made does not say so in its header.
/// </summary>
internal sealed class WebMFile
{
    private const uint Header = 0x1A45DFA3, DocType = 0x4282, Segment = 0x18538067, Cluster = 0x1F43B675, Info = 0x1549A966, TimestampScale = 0x2AD7B1,
        Duration = 0x4489, Tracks = 0x1654AE6B, Track = 0xAE, Codec = 0x86, Video = 0xE0, Width = 0xB0, Height = 0xBA, Timestamp = 0xE7,
        BlockGroup = 0xA0, SimpleBlock = 0xA3, Block = 0xA1, BlockDuration = 0x9B, FrameDuration = 0x23E383;

    private const int LongestText = 64;
    private const double Nanoseconds = 1e9;

    private static readonly HashSet<uint> Entered = [Header, Segment, Cluster, Info, Tracks, Track, Video, BlockGroup];
    private static readonly HashSet<string> Pictures = new(StringComparer.Ordinal) { "V_VP8", "V_VP9", "V_AV1" };
    private static readonly HashSet<string> Sounds = new(StringComparer.Ordinal) { "A_VORBIS", "A_OPUS" };

    private readonly ContentReader _file;
    private readonly HashSet<string> _codecs = new(StringComparer.Ordinal);
    private bool _isWebM;
    private double _duration;
    private ulong _scale = 1_000_000;
    private ulong _frame;
    private long _cluster, _block, _last;
    private int _width, _height;

    private WebMFile(ContentReader file) => _file = file;

    public static MediaDescription Read(ContentReader file)
    {
        file.MoveTo(0);
        var webm = new WebMFile(file);
        webm.Walk();
        return webm.Describe();
    }

    /// <summary>Enters the elements that hold others, whether or not they say how long they are, and looks at or skips the rest.</summary>
    private void Walk()
    {
        Stack<long> ends = [];
        while (_file.Position < _file.Length)
        {
            while (ends.TryPeek(out var end) && _file.Position >= end)
            {
                if (_file.Position > end)
                    throw ContentReader.Damaged("A part is longer than what it is in.");
                ends.Pop();
            }
            var (id, _) = ReadVariable(keepsMarker: true, longest: 4);
            var (bytes, isUnknown) = ReadVariable(keepsMarker: false, longest: 8);
            if (!isUnknown && bytes > (ulong)(_file.Length - _file.Position))
                throw ContentReader.Damaged("A part is longer than the file.");
            if (Entered.Contains((uint)id))
            {
                if (!isUnknown)
                    ends.Push(_file.Position + (long)bytes);
                continue;
            }
            if (isUnknown)
                throw ContentReader.Damaged("A part does not say how long it is.");
            var next = _file.Position + (long)bytes;
            Look((uint)id, (int)Math.Min(bytes, LongestText), (long)bytes);
            _file.MoveTo(next);
        }
        if (ends.Any(end => end != _file.Length))
            throw ContentReader.Damaged("It ends in the middle of a part.");
    }

    private void Look(uint id, int text, long bytes)
    {
        switch (id)
        {
            case DocType:
                _isWebM = Text(text) == "webm";
                break;
            case TimestampScale:
                _scale = Math.Max(1, Number(bytes));
                break;
            case Duration:
                _duration = bytes == 4 ? BinaryPrimitives.ReadSingleBigEndian(_file.ReadBytes(4)) : BitConverter.UInt64BitsToDouble(Number(bytes));
                break;
            case Codec:
                _codecs.Add(Text(text));
                break;
            case FrameDuration:
                _frame = Math.Max(_frame, Number(bytes));
                break;
            case Width:
                _width = (int)Math.Min(Number(bytes), int.MaxValue);
                break;
            case Height:
                _height = (int)Math.Min(Number(bytes), int.MaxValue);
                break;
            case Timestamp:
                _cluster = (long)Math.Min(Number(bytes), long.MaxValue / 2);
                break;
            case SimpleBlock or Block:
                // The number of the track, and then how much later than the cluster.
                ReadVariable(keepsMarker: false, longest: 8);
                _block = Math.Max(0, _cluster + (short)_file.ReadUInt16());
                _last = Math.Max(_last, _block);
                break;
            case BlockDuration:
                _last = Math.Max(_last, _block + (long)Math.Min(Number(bytes), long.MaxValue / 4));
                break;
            default:
                break;
        }
    }

    private MediaDescription Describe()
    {
        if (!_isWebM || !_codecs.All(codec => Pictures.Contains(codec) || Sounds.Contains(codec)))
            throw ContentReader.Unknown("It is not WebM with VP8, VP9, AV1, Vorbis and Opus alone.");
        var ticks = Math.Max(_last, double.IsFinite(_duration) ? _duration : 0);
        if (_codecs.Count == 0 || ticks == 0)
            throw ContentReader.Damaged("It has no tracks, or nothing in them.");
        // The last frame is shown for as long as any.
        var nanoseconds = Math.Max(ticks * _scale, ((double)_last * _scale) + _frame);
        var seconds = (int)Math.Min(int.MaxValue, Math.Ceiling(nanoseconds / Nanoseconds));
        if (!_codecs.Any(Pictures.Contains))
            return new(MediumKind.Audio, "audio/webm", null, null, seconds);
        return _width > 0 && _height > 0
            ? new(MediumKind.Video, "video/webm", _width, _height, seconds)
            : throw ContentReader.Damaged("Its pictures have no size.");
    }

    private string Text(int bytes) => Encoding.ASCII.GetString(_file.ReadBytes(bytes)).TrimEnd('\0');

    private ulong Number(long bytes)
    {
        if (bytes > 8)
            throw ContentReader.Damaged("A number is too long.");
        ulong number = 0;
        for (var read = 0L; read < bytes; read++)
            number = number << 8 | _file.ReadByte();
        return number;
    }

    /// <summary>A number whose first byte says by its leading zeros how long it is. All ones mean that a length is not known.</summary>
    private (ulong Value, bool IsUnknown) ReadVariable(bool keepsMarker, int longest)
    {
        var first = _file.ReadByte();
        var more = System.Numerics.BitOperations.LeadingZeroCount((uint)first) - 24;
        if (more >= longest)
            throw ContentReader.Damaged($"There is no part at byte {_file.Position - 1}.");
        var value = keepsMarker ? first : (ulong)first & (0x7FUL >> more);
        var isUnknown = value == 0x7FUL >> more;
        for (var read = 0; read < more; read++)
        {
            var next = _file.ReadByte();
            isUnknown &= next == 0xFF;
            value = value << 8 | next;
        }
        return (value, isUnknown && !keepsMarker);
    }
}
