using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
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
        Assert.Equal(["Took part", "1", "of", "2"], game[5]);
        Assert.Equal(["1", "Which of these is number 0 of question 0?", "2", "1", "0", "0", "0", "1"], questions[1].Take(8));
        Assert.Equal(["1", "Ann", "1000"], players[1].Take(3));
        Assert.Equal(Formula, players[2][1]);
        Assert.Equal(["1", "Which of these is number 0 of question 0?", "Ann", "Option 0 of 0", "Correct"], answers[1].Take(5));
        Assert.Equal(2, answers.Count);
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

    private async Task<(ArenaApi Api, Guid Id)> PlayedAsync()
    {
        var api = await _arena.ApiAsync();
        await using var table = await _arena.OpenTableAsync(api, await api.CreateQuizAsync(1), new { getReadyMs = 1000, formula = "flat", streakBonus = false });
        var ann = await table.SeatAsync("Ann");
        await table.SeatAsync(Formula);
        await table.OpenAsync(0);
        _ = (await ann.AnswerAsync(0, 0)).Accepted;
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
