using System.Text.Json;

namespace Arena.Web.Tests;

/// <summary>The quiz editor in one tab, written in with the keyboard.</summary>
internal sealed class EditorPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator At(string testId) => Page.GetByTestId(testId);

    public async Task BeginAsync()
    {
        await Page.GotoAsync("/host");
        await At("new-quiz").ClickAsync();
        await Assertions.Expect(At("quiz-title")).ToBeFocusedAsync();
    }

    public Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>A title, and on to the first question.</summary>
    public async Task TitleAsync(string title)
    {
        await TypeAsync(title);
        await PressAsync("Enter");
        await Assertions.Expect(At("prompt-input")).ToBeFocusedAsync();
    }

    /// <summary>A question with four answers, from its text to the last answer.</summary>
    public async Task QuestionAsync(string prompt)
    {
        await TypeAsync(prompt);
        await PressAsync("Tab");
        foreach (var letter in "ABCD")
        {
            await TypeAsync($"{letter} of {prompt}");
            if (letter != 'D')
                await PressAsync(letter == 'B' ? "Tab" : "Enter");
        }
    }

    /// <summary>Another question, and its text.</summary>
    public async Task NextQuestionAsync(string prompt)
    {
        await PressAsync("Control+Enter");
        await QuestionAsync(prompt);
    }

    /// <summary>What the editor says of how far the quiz has come. Only of the state itself: each text is there in one state alone.</summary>
    public Task SaysAsync(string state) => Assertions.Expect(At("editor")).ToHaveAttributeAsync("data-save", state);

    public Task PromptsAsync(params string[] prompts) =>
        Assertions.Expect(At("questions").Locator(".prompt")).ToHaveTextAsync(prompts);

    /// <summary>The questions of the author's quizzes as the server has them, by title.</summary>
    public async Task<Dictionary<string, string[]>> StoredAsync()
    {
        var json = await Page.EvaluateAsync<string>("""
            async () => {
              const { accessToken } = JSON.parse(localStorage.getItem('arena.author'));
              const read = async (path) => (await fetch(path, { headers: { Authorization: `Bearer ${accessToken}` } })).json();
              const quizzes = await read('/api/quizzes');
              return JSON.stringify(await Promise.all(quizzes.map(({ id }) => read(`/api/quizzes/${id}`))));
            }
            """);
        using var quizzes = JsonDocument.Parse(json);
        return quizzes.RootElement.EnumerateArray().ToDictionary(
            quiz => quiz.GetProperty("title").GetString()!,
            quiz => quiz.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("prompt").GetString()!).ToArray());
    }
}
