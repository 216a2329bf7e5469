using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Arena.Load.Crowds;

/// <summary>
/// The players of one session: they join, echo probes at once, answer each question once, right, at a moment that was chosen beforehand.
/// What they see is kept as timestamps.
/// </summary>
internal sealed class Crowd : IDisposable
{
    /// <summary>Observations beside phases.</summary>
    public const string Acknowledgement = "acknowledgement";

    /// <summary>A player's own result.</summary>
    public const string Result = "result";

    private const int Options = 4;
    private const int TightBytes = 4_096;

    /// <summary>The part of a call's message after its one argument.</summary>
    private const int CallEnd = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Uri _server;
    private readonly string _code;
    private readonly Random _random;
    private readonly int _first;
    private readonly Seat[] _seats;
    private readonly Lock _gate = new();
    private readonly Dictionary<int, Question> _questions = [];
    private readonly List<(string Kind, int Round, int Count, TaskCompletionSource Done)> _waiting = [];
    private readonly Dictionary<(string Kind, int Round), int> _seen = [];
    private volatile SessionMoment? _last;

    /// <param name="server">Where Arena is.</param>
    /// <param name="code">Of the session.</param>
    /// <param name="players">How many.</param>
    /// <param name="seed">Of the moments they answer at.</param>
    /// <param name="first">Number of the first of them among all crowds.</param>
    public Crowd(Uri server, string code, int players, int seed, int first = 0)
    {
        (_server, _code, _random, _first) = (server, code, new Random(seed), first);
        _seats = [.. Enumerable.Range(0, players).Select(number => new Seat(number))];
    }

    public int Players => _seats.Length;

    /// <summary>Answers come at a random moment from so many milliseconds after the opening...</summary>
    public int EarliestMs { get; init; } = 20;

    /// <summary>... to so many.</summary>
    public int LatestMs { get; init; } = 1_000;

    /// <summary>So many, the last ones, never answer: browsers in trouble, with little room for what they do not read.</summary>
    public int Silent { get; init; }

    public int Healthy => Players - Silent;

    /// <summary>Server's Unix milliseconds at a timestamp of this process: read as browsers do.</summary>
    public Func<long, double>? ServerClock { get; set; }

    public IReadOnlyList<Question> Questions
    {
        get
        {
            lock (_gate)
                return [.. _questions.Values.OrderBy(question => question.Round)];
        }
    }

    /// <summary>Receives every message to the first of them.</summary>
    public Action<byte[]>? Overheard { get; set; }

    /// <summary>Refusals and losses, counted.</summary>
    public Dictionary<string, int> Faults { get; } = [];

    /// <summary>How late the answers were sent, by question.</summary>
    public List<Task<Latencies>> Late { get; } = [];

    /// <summary>Messages that all of them have received so far.</summary>
    public long Frames => _seats.Sum(seat => (long)(seat.Browser?.Frames ?? 0) + seat.FramesBefore);

    public int Connected => _seats.Count(seat => seat.Browser is { IsClosed: false });

    /// <summary>Connects and joins everyone, so many at once; the reply of each is counted from when it began.</summary>
    /// <param name="atOnce">Joins under way at once.</param>
    /// <param name="step">Is called for each that has ended.</param>
    /// <returns>How long each took, in milliseconds.</returns>
    public async Task<Latencies> JoinAllAsync(int atOnce, Action<double>? step = null)
    {
        var took = new double[Players];
        await Parallel.ForAsync(0, Players, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) =>
        {
            var began = Stopwatch.GetTimestamp();
            took[number] = await JoinAsync(_seats[number]) ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : double.PositiveInfinity;
            step?.Invoke(1);
        });
        return new(took);
    }

    /// <summary>All connections are cut at once; the players resume with the seat token after different delays.</summary>
    /// <param name="spreadMs">They begin within so many milliseconds.</param>
    /// <param name="step">Is called for each that is back.</param>
    /// <returns>How long each took from the cut, in milliseconds.</returns>
    public async Task<Latencies> ReturnAllAsync(int spreadMs, Action<double> step)
    {
        var cut = Stopwatch.GetTimestamp();
        foreach (var seat in _seats)
            seat.Leave();
        return new(await Task.WhenAll(_seats.Select(async seat =>
        {
            var took = await ReturnAsync(seat, cut, _random.Next(spreadMs));
            step(1);
            return took;
        })));
    }

    /// <summary>Some hang from now on.</summary>
    /// <returns>How long each took to be cut off, in milliseconds.</returns>
    public Task<double[]> Stall(int from, int count)
    {
        var began = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(from, count).Select(async number =>
        {
            var browser = _seats[number].Browser!;
            browser.Stall();
            await browser.Closed;
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }));
    }

    /// <summary>Some read slowly from now on.</summary>
    public void ReadSlowly(int from, int count, int bytesPerSecond)
    {
        for (var number = from; number < from + count; number++)
            _seats[number].Browser!.ReadSlowly(bytesPerSecond);
    }

    /// <summary>Of the newest frame.</summary>
    public int Step => _last?.Step ?? 0;

    /// <summary>Completes when so many have seen a phase, an acknowledgement or a result.</summary>
    public Task SeenAsync(string kind, int round, int count)
    {
        lock (_gate)
        {
            if (_seen.GetValueOrDefault((kind, round)) >= count)
                return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((kind, round, count, done));
            return done.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Everyone says that they are there, spread over the given time.</summary>
    public Task KeepAliveAsync(TimeSpan spread)
    {
        var now = Stopwatch.GetTimestamp();
        return Timeline.PlayAsync(
            [.. _seats.Select(seat => Timeline.After(now, spread.TotalMilliseconds * seat.Number / Players))],
            number => _seats[number].Browser?.KeepAlive());
    }

    public void Dispose()
    {
        foreach (var seat in _seats)
            seat.Leave();
    }

    private async Task<bool> JoinAsync(Seat seat)
    {
        var operation = Guid.NewGuid();
        try
        {
            await OpenAsync(seat);
            while (true)
            {
                var reply = await CallAsync(seat, "Join", $$"""{"code":"{{_code}}","nickname":"Player {{_first + seat.Number}}","operationId":"{{operation}}"}""");
                if (reply.GetProperty("value") is { ValueKind: JsonValueKind.Object } welcome)
                {
                    seat.Token = welcome.TryGetProperty("seatToken", out var token) ? token.GetString() : null;
                    return true;
                }
                var refusal = reply.GetProperty("refusal");
                if (refusal.GetProperty("code").GetString() is var code and not "queued")
                {
                    Fault("join: " + code);
                    return false;
                }
                await Task.Delay(refusal.GetProperty("retryAfterMs").GetInt32());
            }
        }
        catch (Exception failed) when (failed is IOException or System.Net.Sockets.SocketException or TimeoutException)
        {
            Fault("join: " + failed.Message);
            return false;
        }
    }

    private async Task<double> ReturnAsync(Seat seat, long cut, int afterMs)
    {
        await Task.Delay(afterMs);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                await OpenAsync(seat);
                var reply = await CallAsync(seat, "Resume", $$"""{"seatToken":"{{seat.Token}}"}""");
                if (reply.GetProperty("value").ValueKind == JsonValueKind.Object)
                    return Timeline.Milliseconds(cut, Stopwatch.GetTimestamp());
                Fault("resume: " + reply.GetProperty("refusal").GetProperty("code").GetString());
            }
            catch (Exception failed) when (failed is IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                Fault("resume: " + failed.Message);
            }
            await Task.Delay(500);
        }
        return double.PositiveInfinity;
    }

    private async Task OpenAsync(Seat seat)
    {
        seat.Leave();
        var browser = new Browser(_first + seat.Number, seat.Number < Healthy ? 0 : TightBytes, (_, message, now) => Hear(seat, message, now));
        seat.Browser = browser;
        await browser.OpenAsync(_server).WaitAsync(Patience);
    }

    private static async Task<JsonElement> CallAsync(Seat seat, string method, string argument)
    {
        var reply = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        seat.Reply = reply;
        if (!seat.Browser!.Send(Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"c","target":"{{method}}","arguments":[{{argument}}]}""")))
            throw new IOException("The connection is gone.");
        var ended = await Task.WhenAny(reply.Task, seat.Browser.Closed).WaitAsync(Patience);
        if (ended != reply.Task)
            throw new IOException("The connection was closed before the reply.");
        var completion = JsonSerializer.Deserialize<JsonElement>(await reply.Task);
        return completion.TryGetProperty("result", out var result) ? result : throw new IOException("Failed: " + completion.GetRawText());
    }

    private void Hear(Seat seat, ReadOnlySpan<byte> message, long now)
    {
        if (seat.Number == 0)
            Overheard?.Invoke(message.ToArray());
        if (message.StartsWith(SessionCall))
            HearSession(seat, message[SessionCall.Length..^CallEnd], now);
        else if (message.StartsWith(SeatCall))
            HearSeat(seat, message[SeatCall.Length..^CallEnd], now);
        else if (message.StartsWith(ProbeCall))
            Pong(seat, message[ProbeCall.Length..^CallEnd]);
        else if (message.StartsWith("""{"type":3,"invocationId":"a"""u8))
            HearAcknowledgement(seat, message, now);
        else if (message.StartsWith("""{"type":3,"invocationId":"c","""u8))
            seat.Reply?.TrySetResult(message.ToArray());
        else if (message.StartsWith("""{"type":1,"target":"Closed","""u8))
            Fault("closed: " + Encoding.UTF8.GetString(message));
    }

    private static ReadOnlySpan<byte> SessionCall => """{"type":1,"target":"Session","arguments":["""u8;

    private static ReadOnlySpan<byte> SeatCall => """{"type":1,"target":"Seat","arguments":["""u8;

    private static ReadOnlySpan<byte> ProbeCall => """{"type":1,"target":"Ping","arguments":["""u8;

    private static void Pong(Seat seat, ReadOnlySpan<byte> nonce) =>
        seat.Browser?.Send([.. """{"type":1,"target":"Pong","arguments":["""u8, .. nonce, .. "]}"u8]);

    private void HearSession(Seat seat, ReadOnlySpan<byte> frame, long now)
    {
        if (_last is not { } moment || !frame.SequenceEqual(moment.Bytes))
            _last = moment = SessionMoment.Parse(frame);
        var question = moment.Kind switch
        {
            "asking" => QuestionOf(moment),
            "reveal" => QuestionAt(moment.Round),
            _ => null,
        };
        if (question is not null)
        {
            var heard = moment.Kind == "asking" ? question.Heard : question.Revealed;
            if (heard[seat.Number] == 0)
                heard[seat.Number] = now;
        }
        Saw(moment.Kind, moment.Round);
    }

    private void Saw(string what, int round)
    {
        lock (_gate)
        {
            var count = _seen[(what, round)] = _seen.GetValueOrDefault((what, round)) + 1;
            for (var index = _waiting.Count - 1; index >= 0; index--)
            {
                if (_waiting[index] is var (kind, of, wanted, done) && kind == what && of == round && count >= wanted)
                {
                    done.TrySetResult();
                    _waiting.RemoveAt(index);
                }
            }
        }
    }

    private Question? QuestionAt(int round)
    {
        lock (_gate)
            return _questions.GetValueOrDefault(round);
    }

    /// <summary>The first client that receives a question schedules the answers of all.</summary>
    private Question QuestionOf(SessionMoment moment)
    {
        lock (_gate)
        {
            if (_questions.TryGetValue(moment.Round, out var known))
                return known;
            var question = new Question(moment.Round, Players)
            {
                Told = LocalOf(moment.NowMs),
                Opens = LocalOf(moment.OpensAtMs),
            };
            for (var number = 0; number < Players; number++)
                question.Due[number] = Timeline.After(question.Opens, _random.Next(EarliestMs * 100, LatestMs * 100) / 100.0);
            _questions.Add(moment.Round, question);
            Late.Add(Timeline.PlayAsync(question.Due[..Healthy], number => Answer(_seats[number], question)));
            return question;
        }
    }

    private static void Answer(Seat seat, Question question)
    {
        if (seat.Browser is not { } browser)
            return;
        question.Sent[seat.Number] = Stopwatch.GetTimestamp();
        browser.Send(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"type":1,"invocationId":"a{{question.Round}}","target":"Answer","arguments":[{"round":{{question.Round}},"answer":{"kind":"choice","option":{{question.Round % Options}}},"operationId":"{{Guid.NewGuid()}}"}]}""")));
    }

    private void HearAcknowledgement(Seat seat, ReadOnlySpan<byte> message, long now)
    {
        var id = message["""{"type":3,"invocationId":"a""".Length..];
        var round = int.Parse(id[..id.IndexOf((byte)'"')], CultureInfo.InvariantCulture);
        if (message.IndexOf("\"refusal\":{"u8) is var refusal and >= 0)
            Fault("answer: " + Encoding.UTF8.GetString(message[refusal..]));
        else if (message.IndexOf("\"error\":"u8) >= 0)
            Fault("answer: " + Encoding.UTF8.GetString(message));
        else if (QuestionAt(round) is { } question)
            question.Acknowledged[seat.Number] = now;
        Saw(Acknowledgement, round);
    }

    private void HearSeat(Seat seat, ReadOnlySpan<byte> frame, long now)
    {
        var reader = new Utf8JsonReader(frame);
        var (round, points, inResult) = (-1, -1, false);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("result"u8))
            {
                inResult = true;
            }
            else if (inResult && reader.ValueTextEquals("round"u8))
            {
                reader.Read();
                round = reader.GetInt32();
            }
            else if (inResult && reader.ValueTextEquals("points"u8))
            {
                reader.Read();
                points = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("session"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (reader.TokenType == JsonTokenType.EndObject)
                    HearSession(seat, frame[start..(int)reader.BytesConsumed], now);
            }
        }
        if (QuestionAt(round) is { } question)
        {
            question.Points[seat.Number] = points;
            question.Revealed[seat.Number] = now;
            Saw(Result, round);
        }
    }

    private long LocalOf(long serverMs)
    {
        var now = Stopwatch.GetTimestamp();
        return Timeline.After(now, serverMs - ServerClock!(now));
    }

    private void Fault(string what)
    {
        lock (Faults)
            Faults[what] = Faults.GetValueOrDefault(what) + 1;
    }

    /// <summary>One of the players.</summary>
    private sealed class Seat(int number)
    {
        public int Number { get; } = number;

        public Browser? Browser { get; set; }

        public string? Token { get; set; }

        public long FramesBefore { get; private set; }

        public TaskCompletionSource<byte[]>? Reply { get; set; }

        public void Leave()
        {
            if (Browser is not { } browser)
                return;
            FramesBefore += browser.Frames;
            Browser = null;
            browser.Dispose();
        }
    }
}
