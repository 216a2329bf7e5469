using Arena.Grains.Configuration;
using Arena.Grains.Names;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Tests.Names;

/// <summary>An operator's own words.</summary>
public sealed class WordListTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_adds_words_and_lets_others_pass()
    {
        File.WriteAllText(_file, "# Ours\n\nBroccoli\nspin*\n*kale*  # everywhere\n!fuckersville\nbrussels sprout\n");
        var filter = new WordFilter(Options.Create(new GameOptions { WordFile = _file }));

        Assert.Equal(
            [true, false, true, false, true, false, true, true],
            ((string[])["Br0ccoli", "Broccolini", "Spinach", "Outspin", "xKALEx", "Fuckersville", "the Brussels Sprouť", "fuck"]).Select(filter.Finds));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*word")]
    [InlineData("!")]
    [InlineData("!*word*")]
    [InlineData("w*rd")]
    [InlineData("*two words*")]
    [InlineData("!two words")]
    [InlineData("123")]
    public void A_line_that_cannot_be_read_stops_the_start(string line)
    {
        File.WriteAllText(_file, $"fine\n{line}\n");

        var failed = new WordFileValidator().Validate(null, new() { WordFile = _file });

        Assert.StartsWith($"Arena:Game:WordFile is '{_file}', but that is no list of words: line 2 is not", Assert.Single(failed.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_has_a_length_and_a_list_an_end()
    {
        File.WriteAllText(_file, new string('x', WordEntry.MaxLength + 1));
        Assert.True(new WordFileValidator().Validate(null, new() { WordFile = _file }).Failed);
        File.WriteAllLines(_file, Enumerable.Repeat("word", WordList.MaxEntries + 1));
        Assert.True(new WordFileValidator().Validate(null, new() { WordFile = _file }).Failed);
        File.WriteAllLines(_file, Enumerable.Repeat("word", WordList.MaxEntries));
        Assert.True(new WordFileValidator().Validate(null, new() { WordFile = _file }).Succeeded);
    }

    [Fact]
    public void A_file_that_is_not_there_stops_the_start() =>
        Assert.Contains("is no list of words", new WordFileValidator().Validate(null, new() { WordFile = _file + ".none" }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void Without_a_file_there_is_nothing_to_be_wrong() => Assert.True(new WordFileValidator().Validate(null, new()).Succeeded);
}
