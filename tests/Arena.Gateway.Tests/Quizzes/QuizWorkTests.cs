using System.Text;
using Arena.Gateway.Quizzes.Content;
using Arena.Gateway.Quizzes.Reading;

namespace Arena.Gateway.Tests.Quizzes;

/// <summary>
/// The work and memory of reading grow linearly with the file, for any content: characters visited and bytes allocated are counted, not time.
/// ARENA_SEED=n draws other input.
/// </summary>
public sealed class QuizWorkTests
{
    private const int VisitsPerByte = 5;
    private const int AllocationsPerByte = 200;
    private const int AllocationsPerFile = 4 * 1024 * 1024;
    private const int HostileLength = 512 * 1024;
    private const int Rounds = 150;

    private static readonly string[] Fragments =
    [
        "#Q ", "^ ", "A ", "B ", "\n", "\r", "\r\n", "{", "}", "[", "]", ",", ":", "0", "\"", "\"label\":\"a\"", "\"prompt\":", "\\ud800", "\\u0301",
        "Question,Answer 1,Answer 2,Correct\n", "a,b,c,1\n", ",", ";", "sep=;\n", "ANSWER: A\n", "A) ", "::t::", "{=a ~b}", "{", "~", "=", "####", "->", "[html]", "<p>", "<!--",
        "<quiz>", "<question type=\"multichoice\">", "<text>", "</text>", "<assessmentItem>", "{\"results\":[", "{\"question\":", "\"solutions\":[", "\"answers\":[",
        "a", "é", "€", "\u0316\u0300", "\uFEFF", "\u200B", "&amp;", " ", "\t", "\0", "\u2028",
    ];

    private readonly int _seed = TestSeed.Value;

    public static TheoryData<string> Hostile => new(HostileFiles.Keys);

    private static Dictionary<string, Func<byte[]>> HostileFiles { get; } = new()
    {
        ["an array in one line"] = () => Text("""{"arena":1,"title":"x","questions":[""", "0,", "0]}"),
        ["an array in one line after wide characters"] = () => Text($$"""{"arena":1,"description":"{{new string('€', HostileLength / 6)}}","questions":[""", "0,", "0]}"),
        ["empty questions in one line"] = () => Text("""{"arena":1,"title":"x","questions":[""", "{},", "{}]}"),
        ["unknown members"] = () => Text("{", "\"a\":1,", "\"b\":2}"),
        ["a long name of a member"] = () => Text("{\"", "n", "\":1}"),
        ["questions with options without end"] = () => Text("""{"arena":1,"title":"x","questions":[{"options":[""", "{\"label\":\"a\"},", "{}]}]}"),
        ["deep arrays"] = () => Text("{\"questions\":", "[", ""),
        ["marks of two classes in turn"] = () => Text("#Q a", "\u0316\u0300", "\n^ a\nA a\nB b\n"),
        ["marks within the limits"] = () => Text("", $"#Q a{string.Concat(Enumerable.Repeat("\u0316\u0300", 200))}\n^ a\nA a\nB b\n", ""),
        ["blank lines in a prompt"] = () => Text("#Q a\n", "\n", "^ a\n"),
        ["questions without anything"] = () => Text("", "#Q\n", ""),
        ["options of a question"] = () => Text("#Q a\n^ a\n", "A a\n", ""),
        ["continuation bytes"] = () => [.. "#Q "u8, .. Enumerable.Repeat((byte)0x80, HostileLength)],
        ["lead bytes"] = () => [.. "#Q "u8, .. Enumerable.Repeat((byte)0xF0, HostileLength)],
        ["byte order marks"] = () => Text("#Q a\n", "\uFEFF", "\n"),
        ["ampersands"] = () => Text("#Q a\n^ ", "&a", "\n"),
        ["small questions"] = () => Text("", "#Q a\n^ b\nA b\nB c\n", ""),
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    [Asvs("15.1.3", "15.2.2")]
    public void A_hostile_file_costs_no_more_than_its_length(string name) => AssertLinear(HostileFiles[name](), name);

    [Fact]
    public void No_content_of_a_file_costs_more_than_its_length()
    {
        var random = new Random(_seed);
        for (int round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder();
            string[] few = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Fragments[random.Next(Fragments.Length)])];
            int length = random.Next(1, 40_000);
            while (text.Length < length)
                text.Insert(text.Length, few[random.Next(few.Length)], random.Next(1, 50));
            byte[] file = Encoding.UTF8.GetBytes(text.ToString());
            for (int spoiled = random.Next(4); spoiled > 0; spoiled--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            AssertLinear(file, $"seed {_seed}, round {round}: {string.Join('|', few)}");
        }
    }

    [Fact]
    [Asvs("15.2.2")]
    public void Reading_stops_when_the_request_is_cancelled()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();
        var work = new ReadingWork(gone.Token);
        byte[] file = HostileFiles["an array in one line"]();
        Assert.Throws<OperationCanceledException>(() => QuizFiles.Read(file, QuizFormat.Auto, work));
        Assert.InRange(work.Visited, 1, file.Length / 2);
    }

    private static void AssertLinear(byte[] file, string what)
    {
        foreach (QuizFormat format in Enum.GetValues<QuizFormat>())
        {
            var work = new ReadingWork(CancellationToken.None);
            long before = GC.GetAllocatedBytesForCurrentThread();
            QuizReading reading = QuizFiles.Read(file, format, work, "T", skipInvalid: true);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.InRange(reading.Errors.Length, 0, ValidationErrors.Kept);
            Assert.True(work.Visited <= (VisitsPerByte * (long)file.Length) + 1024, $"{what} as {format}: {work.Visited} visits for {file.Length} bytes");
            Assert.True(allocated <= (AllocationsPerByte * (long)file.Length) + AllocationsPerFile, $"{what} as {format}: {allocated} bytes for {file.Length}");
        }
    }

    private static byte[] Text(string start, string repeated, string end) =>
        Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, HostileLength / Encoding.UTF8.GetByteCount(repeated))) + end);
}
