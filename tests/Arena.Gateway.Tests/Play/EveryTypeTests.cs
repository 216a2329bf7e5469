using System.Text;
using System.Text.Json;
using Arena.Gateway.Tests.Quizzes;
using Arena.Storage.Model;
using Arena.Storage.Verification;
using Arena.TestKit.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Gateway.Tests.Play;

/// <summary>A game of every type of question, over the real hub, grains and storage.</summary>
public sealed class EveryTypeTests : IAsyncDisposable
{
    /// <summary>By round of <see cref="EveryTypeQuiz"/>: the answer as it is sent, as it is acknowledged, and its verdict; null for a slide.</summary>
    private static readonly (string Sent, string Kept, string Verdict)?[] Answers =
    [
        ("""{"option":1,"kind":"choice"}""", """{"kind":"choice","option":1}""", "*"),
        ("""{"kind":"choice","option":0}""", """{"kind":"choice","option":0}""", "correct"),
        ("""{"kind":"choices","options":[0]}""", """{"kind":"choices","options":[0]}""", "correct"),
        ("""{"kind":"choice","option":1}""", """{"kind":"choice","option":1}""", "unscored"),
        ("""{"kind":"text","text":"  berne "}""", """{"kind":"text","text":"berne"}""", "correct"),
        ("""{"kind":"number","value":7.004}""", """{"kind":"number","value":7.00}""", "partial"),
        ("""{"kind":"number","value":1969.6}""", """{"kind":"number","value":1969.5}""", "correct"),
        ("""{"kind":"order","items":[2,1,0]}""", """{"kind":"order","items":[2,1,0]}""", "*"),
        ("""{"kind":"order","items":[1,0]}""", """{"kind":"order","items":[1,0]}""", "*"),
        ("""{"kind":"point","x":0.5,"y":0.25}""", """{"kind":"point","x":0.5,"y":0.25}""", "correct"),
        ("""{"kind":"choice","option":9}""", """{"kind":"choice","option":9}""", "unscored"),
        ("""{"kind":"words","words":["Sea","sea"]}""", """{"kind":"words","words":["Sea"]}""", "unscored"),
        ("""{"kind":"text","text":"Because I like it."}""", """{"kind":"text","text":"Because I like it."}""", "unscored"),
        null,
    ];

    private readonly PlayHost _arena = new();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Every_type_is_answered_revealed_counted_reported_and_stored()
    {
        await using var table = await OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync("Bob");
        List<(int Answered, int Correct, bool Scored)> reported = [];
        for (var round = 0; round < Answers.Length; round++)
        {
            var from = ann.Dump.Count;
            await OpenAsync(table, round);
            if (Answers[round] is not { } answer)
            {
                Assert.Equal("invalidAnswer", (await ann.AnswerAsync(round, 0)).Refusal);
                reported.Add((0, 0, false));
                continue;
            }
            Assert.Equal("invalidAnswer", (await ann.AnswerAsync(round, new { kind = "text", text = "" })).Refusal);
            if (answer.Sent.Contains("words", StringComparison.Ordinal))
                Assert.Equal("answerUnfit", (await ann.AnswerAsync(round, new { kind = "words", words = (string[])["sea", "5h1t"] })).Refusal);
            var acknowledged = await ann.AnswerAsync(round, JsonSerializer.Deserialize<JsonElement>(answer.Sent));
            Assert.Equal(answer.Kept, acknowledged.Accepted.GetProperty("answer").GetRawText());
            Assert.All(ann.Dump.Skip(from), frame => Assert.DoesNotContain("\"key\"", frame, StringComparison.Ordinal));
            Assert.All(ann.Dump.Skip(from), frame => Assert.DoesNotContain("Bern\"", frame, StringComparison.Ordinal));

            var shown = await table.RevealAsync(round);
            Assert.Equal(answer.Verdict == "unscored", shown.Phase.GetProperty("key").ValueKind == JsonValueKind.Null);
            var result = (await Table.ResultAsync(ann, round)).GetProperty("result");
            Assert.Equal(answer.Kept, result.GetProperty("answer").GetRawText());
            var verdict = result.GetProperty("verdict").GetString();
            if (answer.Verdict != "*")
                Assert.Equal(answer.Verdict, verdict);
            reported.Add((1, verdict == "correct" ? 1 : 0, verdict != "unscored"));
        }
        _ = (await table.CommandAsync("advance")).Accepted;
        var rounds = (await table.Host.PhaseAsync("podium")).Phase.GetProperty("rounds").EnumerateArray();
        Assert.Equal(
            reported, rounds.Select(each => (each.GetProperty("answered").GetInt32(), each.GetProperty("correct").GetInt32(), each.GetProperty("scored").GetBoolean())));
        await StoredAsync();
    }

    [Fact]
    public async Task An_answer_of_a_kind_that_is_not_known_is_no_message()
    {
        await using var table = await OpenTableAsync();
        var ann = await table.SeatAsync("Ann");
        await table.OpenAsync(0);
        foreach (var answer in (object?[])[new { kind = "dance" }, new { option = 1 }, 1, null, new { kind = "choice" }, new { kind = "number", value = "7" }])
            Assert.Equal("invalidMessage", (await ann.AnswerAsync(0, answer!)).Refusal);
        Assert.Null((await ann.AnswerAsync(0, 1)).Refusal);
    }

    private async Task<Table> OpenTableAsync()
    {
        var api = await _arena.ApiAsync();
        var quiz = await api.ImportAsync("All", Encoding.UTF8.GetBytes(EveryTypeQuiz.Json));
        return await _arena.OpenTableAsync(api, quiz, new { getReadyMs = 1000, questionCount = Answers.Length });
    }

    /// <summary>Standings follow scored questions alone.</summary>
    private static async Task OpenAsync(Table table, int round)
    {
        if (round > 0 && Answers[round - 1]?.Verdict != "unscored")
            await table.StandingsAsync(round - 1);
        await table.OpenAsync(round);
    }

    /// <summary>The rows are what the log says, and hold the answers of all kinds.</summary>
    private async Task StoredAsync()
    {
        await using var context = await _arena.Services.GetRequiredService<IDbContextFactory<ArenaDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var payloads = await context.PlayerAnswers.Select(row => row.AnswerPayload).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Answers.Select(answer => answer?.Kept).OfType<string>().Order(), payloads.Order());
        var result = await ActivatorUtilities.CreateInstance<StorageVerifier>(_arena.Services)
            .VerifyAsync("the test", _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Differences);
    }
}
