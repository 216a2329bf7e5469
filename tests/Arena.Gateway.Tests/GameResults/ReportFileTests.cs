using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Arena.Game.Vocabulary;
using Arena.Gateway.GameResults.Files;
using Arena.Gateway.Tests.Play;
using Arena.Storage.Model;
using Arena.TestKit.Clients;
using Arena.TestKit.Games;

namespace Arena.Gateway.Tests.GameResults;

/// <summary>The files of a report, opened again.</summary>
public sealed class ReportFileTests : IAsyncDisposable
{
    private const string Formula = "=1+1";

    private readonly PlayHost _arena = new(PlayHost.Unlimited);

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task Separated_values_have_every_outcome_and_time_and_no_formula()
    {
        var (api, id) = await PlayedAsync();
        var file = await FileAsync(api, id, "csv", "en");
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n");
        Assert.StartsWith("Rank,Name,Points,Questions,Correct,", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,1 (Seconds)", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,Ann,1000,1,1,0,0,0,0,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",Correct,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"2,'{Formula},0,1,0,0,0,0,1,,,,,No answer,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("Platz,Name,Punkte,Fragen,", Encoding.UTF8.GetString((await FileAsync(api, id, "CSV", "de"))[3..]), StringComparison.Ordinal);
        Assert.StartsWith("Rang,Nom,Points,Questions,", Encoding.UTF8.GetString((await FileAsync(api, id, "CSV", "fr"))[3..]), StringComparison.Ordinal);
        Assert.StartsWith("Posición,Nombre,Puntos,Preguntas,", Encoding.UTF8.GetString((await FileAsync(api, id, "csv", "es"))[3..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_has_a_sheet_for_the_game_its_questions_its_players_and_each_answer()
    {
        var (api, id) = await PlayedAsync();
        var sheets = Workbook.Read(await FileAsync(api, id, "xlsx", "en"));
        Assert.Equal(["Game", "Questions", "Players", "Answers"], sheets.Select(sheet => sheet.Name));
        var (game, questions, players, answers) = (sheets[0].Rows, sheets[1].Rows, sheets[2].Rows, sheets[3].Rows);
        Assert.Equal(["Quiz", "Counting"], game[0]);
        Assert.Equal(["Took part", "1", "of", "2"], game[^4]);
        Assert.Equal(
            ["Game mode: Classic", "Faster answers earn more: no", "Bonus for answers in a row: no", "No time limits: no", "Questions drawn at random: no", "Teams: 0"],
            game[4..10].Select(row => string.Join(": ", row)));
        Assert.Equal(["1", "Which of these is number 0 of question 0?", "2", "1", "0", "0", "0", "1"], questions[1].Take(8));
        Assert.Equal(["1", "Ann", "1000"], players[1].Take(3));
        Assert.Equal(Formula, players[2][1]);
        Assert.Equal(["1", "Which of these is number 0 of question 0?", "Ann", "Option 0 of 0", "Correct"], answers[1].Take(5));
        Assert.Equal(2, answers.Count);
    }

    [Fact]
    public async Task Files_of_a_game_with_bets_have_each_stake()
    {
        var (api, id) = await PlayedAsync(new ConfidenceMode(), stake: 500);
        var sheets = Workbook.Read(await FileAsync(api, id, "xlsx", "en"));
        Assert.Equal(["Game mode", "Confidence"], sheets[0].Rows[4]);
        Assert.Equal(["1", "1 (Seconds)", "1 (Bet)"], sheets[2].Rows[0][^3..]);
        Assert.Equal(["Correct", "500"], [sheets[2].Rows[1][^3], sheets[2].Rows[1][^1]]);
        Assert.Equal(["Bet", "500"], [sheets[3].Rows[0][^1], sheets[3].Rows[1][^1]]);
        Assert.EndsWith(",1,1 (Secondes),1 (Mise)", (await CsvAsync(api, id, "fr"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_survivors_have_lives_and_when_a_player_was_out()
    {
        var (api, id) = await PlayedAsync(new SurvivorMode(Misses: 1));
        Assert.Equal(["Misses until a player is out", "1"], Workbook.Read(await FileAsync(api, id, "xlsx", "en"))[0].Rows[5]);
        var lines = await CsvAsync(api, id, "en");
        Assert.Contains(",Left early,Lives left,Out after question,1,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",1,,Correct,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",0,1,No answer,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_a_race_have_its_goal_and_who_reached_it()
    {
        var (api, id) = await PlayedAsync(new RaceMode(GameLimits.MinGoal));
        Assert.Equal(["Points to reach", "1000"], Workbook.Read(await FileAsync(api, id, "xlsx", "en"))[0].Rows[5]);
        var lines = await CsvAsync(api, id, "en");
        Assert.Contains(",Left early,Goal reached,1,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",yes,Correct,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,No answer,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void More_answers_than_a_sheet_has_rows_are_on_further_sheets() => RandomGames.All(play =>
    {
        var state = play.Final;
        var row = new GameSessionRow { Id = state.SessionId, Code = state.Code, ConfigJson = "{}", CreatedAt = DateTimeOffset.UnixEpoch };
        var whole = Workbook.Read(ReportFile.Write(ReportFormat.Xlsx, row, state, ReportLanguage.En))[3].Rows;
        var parts = Workbook.Read(ReportFile.Write(ReportFormat.Xlsx, row, state, ReportLanguage.En, rows: 4)).Skip(3).ToList();
        Assert.Equal(["Answers", .. Enumerable.Range(2, parts.Count - 1).Select(part => $"Answers {part}")], parts.Select(part => part.Name));
        Assert.All(parts, part => Assert.InRange(part.Rows.Count, parts.Count == 1 ? 1 : 2, 4));
        Assert.All(parts, part => Assert.Equal(whole[0], part.Rows[0]));
        Assert.Equal(whole.Skip(1), parts.SelectMany(part => part.Rows.Skip(1)));
    });

    [Fact]
    public async Task A_format_or_language_that_is_unknown_is_refused()
    {
        var (api, id) = await PlayedAsync();
        foreach (var query in (string[])["format=pdf", "format=0", "language=xx", "format="])
        {
            using var refused = await api.Http.GetAsync(new Uri($"/api/games/{id}/report/file?{query}", UriKind.Relative));
            Assert.Equal((query, HttpStatusCode.BadRequest), (query, refused.StatusCode));
        }
    }

    private static async Task<string[]> CsvAsync(ArenaApi api, Guid id, string language) =>
        Encoding.UTF8.GetString((await FileAsync(api, id, "csv", language))[3..]).Split("\r\n");

    private async Task<(ArenaApi Api, Guid Id)> PlayedAsync(GameMode? mode = null, int stake = 0)
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { mode = mode ?? new ClassicMode(), getReadyMs = 1000, formula = "flat", streakBonus = false });
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync(Formula);
        await table.OpenAsync(0);
        _ = (await ann.CallAsync("Answer", new { round = 0, answer = new { kind = "choice", option = 0 }, operationId = Guid.NewGuid(), stake })).Accepted;
        await table.RevealAsync(0);
        return (api, table.Launch.SessionId);
    }

    private static async Task<byte[]> FileAsync(ArenaApi api, Guid id, string format, string language)
    {
        using var reply = await api.Http.GetAsync(new Uri($"/api/games/{id}/report/file?format={format}&language={language}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal($"Counting.{format.ToLowerInvariant()}", reply.Content.Headers.ContentDisposition!.FileNameStar);
        return await reply.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A workbook by the parts of ECMA-376 that it has: each cell stands where its name says.</summary>
    private sealed record Workbook(string Name, List<List<string>> Rows)
    {
        private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

        public static List<Workbook> Read(byte[] file)
        {
            using var archive = new ZipArchive(new MemoryStream(file));
            XDocument Part(string path)
            {
                using var part = archive.GetEntry(path)!.Open();
                return XDocument.Load(part);
            }
            var targets = Part("xl/_rels/workbook.xml.rels").Root!.Elements().ToDictionary(each => each.Attribute("Id")!.Value, each => each.Attribute("Target")!.Value);
            return [.. Part("xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => new Workbook(
                sheet.Attribute("name")!.Value,
                [.. Part($"xl/{targets[sheet.Attribute(Office + "id")!.Value]}").Descendants(Main + "row").Select(Row)]))];
        }

        private static List<string> Row(XElement row)
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements(Main + "c"))
            {
                Assert.Empty(cell.Elements(Main + "f"));
                var column = cell.Attribute("r")!.Value.TakeWhile(char.IsLetter).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
                while (cells.Count < column - 1)
                    cells.Add("");
                cells.Add(cell.Value);
            }
            return cells;
        }
    }
}
