namespace Arena.Web.Tests;

/// <summary>A quiz is written with the keyboard alone, and pasted lists become questions.</summary>
public sealed class EditorKeysTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Two_questions_need_one_key_from_each_text_to_the_next()
    {
        var host = await Fixture.HostAsync();
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        var keys = 0;
        async Task NextAsync(string key, string field)
        {
            await editor.PressAsync(key);
            keys++;
            await Assertions.Expect(editor.At(field)).ToBeFocusedAsync();
        }
        await editor.TypeAsync("Numbers");
        await NextAsync("Tab", "prompt-input");
        string[] prompts = ["What is one?", "What is two?"];
        foreach (var prompt in prompts)
        {
            if (prompt != prompts[0])
                await NextAsync("Control+Enter", "prompt-input");
            // No fault is shown for a field that is still empty.
            await Assertions.Expect(editor.At("question-form").Locator("[aria-invalid=true]")).ToHaveCountAsync(0);
            await editor.TypeAsync(prompt);
            for (var option = 0; option < 5; option++)
            {
                await NextAsync("Enter", $"option-{option}");
                // On its way to "10" a text is "1", as the answer before.
                await editor.TypeAsync(option == 1 ? "1" : $"1{option}");
                if (option < 4)
                    await Assertions.Expect(editor.At("question-form").Locator("[aria-invalid=true]")).ToHaveCountAsync(0);
            }
        }
        Assert.Equal(12, keys);
        await editor.SaysAsync("saved");
        Assert.Equal(prompts, (await editor.StoredAsync())["Numbers"]);

        // Orders are changed in place, and said.
        await editor.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(editor.At("option-3")).ToBeFocusedAsync();
        await Assertions.Expect(editor.At("option-announcement")).ToHaveTextAsync("Now number 4 of 5");
        await editor.At("question-1").FocusAsync();
        await editor.PressAsync("Alt+ArrowUp");
        await editor.PromptsAsync([.. prompts.Reverse()]);
        await Assertions.Expect(editor.At("question-0")).ToBeFocusedAsync();
        await Assertions.Expect(editor.At("editor-announcement")).ToHaveTextAsync("Now question 1 of 2");

        // All of it can be undone after saving and a reload.
        await editor.SaysAsync("saved");
        await editor.Page.ReloadAsync();
        await editor.PromptsAsync([.. prompts.Reverse()]);
        await editor.PressAsync("Control+z");
        await editor.PromptsAsync(prompts);
        while (await editor.At("undo").IsEnabledAsync())
            await editor.PressAsync("Control+z");
        await Assertions.Expect(editor.At("quiz-title")).ToHaveValueAsync("");
        await editor.PromptsAsync("New question");
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task Lines_become_answers_and_a_list_becomes_questions()
    {
        var host = await Fixture.HostAsync();
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        await editor.TitleAsync("Pasted");
        await PasteAsync(editor, "prompt-input", "Which is a metal?\nA) Iron\nB) Oak\nANSWER: A\n\nWhich is a gas?\nA) Neon\nB) Lead\nC) Salt\nANSWER: A\n");
        await Assertions.Expect(editor.At("paste-offer")).ToContainTextAsync("This text lists 2 questions.");
        Assert.Empty(await Axe.ViolationsAsync(editor.Page, "paste offer"));
        await Screenshots.TakeAsync(editor.Page, "author-paste");
        await editor.At("paste-add").ClickAsync();
        await editor.PromptsAsync("Which is a metal?", "Which is a gas?");
        await Assertions.Expect(editor.At("prompt-input")).ToBeFocusedAsync();
        await editor.SaysAsync("saved");

        await editor.PressAsync("Control+Enter");
        await editor.TypeAsync("Which is a river?");
        await PasteAsync(editor, "option-0", "Nile\nRhine\n\nSeine\r\nLoire\nPo\nElbe\nOder\nDanube\nThames\nEbro");
        await Assertions.Expect(editor.At("option-7")).ToHaveValueAsync("Danube");
        await Assertions.Expect(editor.At("option-7")).ToBeFocusedAsync();
        await Assertions.Expect(editor.At("lines-left")).ToHaveTextAsync("2 lines were left out: there is room for 8 here.");
        await editor.SaysAsync("saved");
        Assert.Equal(["Which is a metal?", "Which is a river?", "Which is a gas?"], (await editor.StoredAsync())["Pasted"]);
        Assert.Empty(Fixture.Complaints);
    }

    [Fact]
    public async Task A_draft_of_a_closed_tab_is_offered_and_not_taken_by_accident()
    {
        var host = await Fixture.HostAsync();
        var closed = new EditorPage(await host.Page.Context.NewPageAsync());
        await closed.BeginAsync();
        await closed.TitleAsync("Half");
        await closed.Page.CloseAsync();
        var editor = new EditorPage(host.Page);
        await editor.BeginAsync();
        await Assertions.Expect(editor.At("quiz-title")).ToHaveValueAsync("");
        await Assertions.Expect(editor.At("draft-offer")).ToContainTextAsync("“Half”");
        Assert.Empty(await Axe.ViolationsAsync(editor.Page, "draft offer"));
        await editor.At("draft-restore").ClickAsync();
        await Assertions.Expect(editor.At("quiz-title")).ToHaveValueAsync("Half");
        await Assertions.Expect(editor.At("draft-offer")).ToHaveCountAsync(0);
        Assert.Empty(Fixture.Complaints);
    }

    /// <summary>Pastes as a browser does: what the page does not take goes into the field.</summary>
    private static async Task PasteAsync(EditorPage editor, string field, string text)
    {
        await editor.At(field).FocusAsync();
        await editor.At(field).EvaluateAsync(
            """
            (field, text) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
              if (field.dispatchEvent(paste)) document.execCommand('insertText', false, text);
            }
            """,
            text);
    }
}
