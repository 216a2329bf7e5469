namespace Arena.Gateway.Media.Recognition;

/// <summary>The header of a frame of MPEG audio, layer III (ISO/IEC 11172-3 and 13818-3).</summary>
/// <param name="FrameBytes">How long the frame is, with its header.</param>
/// <param name="Samples">How many samples it has.</param>
/// <param name="SampleRate">How many of them are a second.</param>
internal readonly record struct Mp3Header(int FrameBytes, int Samples, int SampleRate)
{
    public const int Length = 4;

    private const int LayerThree = 1;
    private const int Version1 = 3;
    private const int Version2 = 2;

    /// <summary>In kilobits a second.</summary>
    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] SampleRates1 = [44_100, 48_000, 32_000];

    /// <returns>The header, or null where there is none.</returns>
    public static Mp3Header? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0)
            return null;
        var (version, layer, rate, sampling, padding) = ((bytes[1] >> 3) & 3, (bytes[1] >> 1) & 3, bytes[2] >> 4, (bytes[2] >> 2) & 3, (bytes[2] >> 1) & 1);
        if (layer != LayerThree || version == 1 || rate is 0 or 15 || sampling == 3)
            return null;
        var isFirst = version == Version1;
        var samples = isFirst ? 1_152 : 576;
        var sampleRate = SampleRates1[sampling] / (isFirst ? 1 : version == Version2 ? 2 : 4);
        var kilobits = (isFirst ? Rates1 : Rates2)[rate];
        return new((samples / 8 * kilobits * 1_000 / sampleRate) + padding, samples, sampleRate);
    }
}
