using System.Collections.Immutable;
using Arena.Game.Events;
using Arena.Game.Questions;
using Arena.Game.Rules;
using Arena.Game.Views;
using Arena.Game.Vocabulary;
using Arena.TestKit.Games;
using static Arena.TestKit.Games.Scenario;

namespace Arena.Game.Tests.Views;

public sealed class ViewerTests
{
    [Fact]
    public void Everyone_sees_the_state_of_the_session()
    {
        var view = Viewer.Everyone(Given(Lobby("Ann", "Bob"), Kicked(0), new LockChanged(6_000, true)).State);
        Assert.Equal(("ABCDEF", "Geography", 0, 3, 1), (view.Code, view.Title, view.Step, view.QuestionCount, view.PlayerCount));
        Assert.Equal((true, false, null, false), (view.Locked, view.AutoAdvance, view.PausedAtMs, view.HostAway));
    }

    [Fact]
    public void The_lobby_shows_the_last_twenty_to_join_newest_first_without_the_kicked()
    {
        var names = Enumerable.Range(0, 25).Select(number => $"P{number}").ToArray();
        var newest = Phase<LobbyView>(Given(Lobby(names), Kicked(24))).Newest;
        Assert.Equal(20, newest.Length);
        Assert.Equal(("P23", "P4"), (newest[0], newest[^1]));
    }

    [Fact]
    public void Everyone_sees_the_faces_that_players_picked()
    {
        var game = Given(Lobby("Ann"), new PlayerJoined(1, 1, "Bob", Operation(2)) { Face = 300 });
        var lobby = Phase<LobbyView>(game);
        Assert.Equal(["Bob", "Ann"], lobby.Newest);
        Assert.Equal([300, 0], lobby.Faces);
        Assert.Equal((300, 300), (Seat(game, 1).Face, Viewer.Roster(game.State, game.Player(1), connected: true).Face));

        var ended = Phase<PodiumView>(Given(Lobby("Ann"), new PlayerJoined(1, 1, "Bob", Operation(2)) { Face = 300 }, Played(0, (1, 900, 0)), Finished(50_000)));
        Assert.Equal([("Bob", 300), ("Ann", 0)], ended.Podium.Select(line => (line.Nickname, line.Face)));
    }

    [Fact]
    public void Players_react_between_the_questions_of_a_game_with_a_host_who_wants_it()
    {
        bool[] Of(SessionSettings settings) =>
        [
            .. new[] { Given(Lobby(settings, "Ann")), Given(Lobby(settings, "Ann"), Asked()), Given(Lobby(settings, "Ann"), Played(0, (0, 900, 0))), Given(Lobby(settings, "Ann"), Played(0, (0, 900, 0)), Finished(50_000)) }
                .Select(game => Viewer.TakesReactions(game.State)),
        ];
        Assert.Equal([true, false, true, true], Of(new()));
        Assert.Equal([false, false, false, false], Of(new() { Reactions = false }));
        Assert.Equal([false, false, false, false], Of(new() { Pace = new() }));
        Assert.False(Viewer.Everyone(Given(Lobby(new SessionSettings { Reactions = false }, "Ann")).State).HasReactions);
    }

    [Fact]
    public void The_first_places_are_shown_one_after_the_other_where_there_is_something_to_wait_for()
    {
        var suspense = new SessionSettings { FinaleMs = 8_000 };
        Finale? Of(SessionSettings settings, string[] names, int points, EndReason reason = EndReason.Completed) =>
            Phase<PodiumView>(Given(Lobby(settings, names), Played(0, (0, points, 0)), Finished(50_000, reason))).Finale;

        Assert.Equal(new Finale(50_000, 58_000), Of(suspense, ["Ann", "Bob"], 900));
        Assert.Null(Of(new SessionSettings(), ["Ann", "Bob"], 900));
        Assert.Null(Of(suspense, ["Ann"], 900));
        Assert.Null(Of(suspense, ["Ann", "Bob"], 0));
        Assert.Null(Of(suspense, ["Ann", "Bob"], 900, EndReason.EndedByHost));
    }

    [Fact]
    public void A_questions_media_are_named_before_it_and_shown_with_it_and_their_credits_with_the_reveal()
    {
        var photo = new Medium("0f343b0931126a20f133d67c2b018a3b", MediumKind.Picture) { Alt = "A lake", Width = 1600, Credit = "Ann" };
        var sound = new Medium("1e343b0931126a20f133d67c2b018a3b", MediumKind.Audio) { Seconds = 12, Credit = "Bob" };
        var quiz = Quizzes.Of(
            Quizzes.Question(0) with { Medium = sound, Options = [new("A", false), new("B", true) { Picture = photo }] },
            Quizzes.Question(1) with { Medium = photo });
        ImmutableArray<NextMedium> first = [new(sound.Name, MediumKind.Audio, null, false), new(photo.Name, MediumKind.Picture, 1600, true)];
        ImmutableArray<NextMedium> second = [new(photo.Name, MediumKind.Picture, 1600, false)];
        PastEvents[] asked = [Lobby(null, quiz, "Ann"), Asked()];

        Assert.Equal(first, Viewer.Everyone(Given(Lobby(null, quiz, "Ann")).State).NextMedia);
        Assert.Empty(Viewer.Everyone(Given(asked).State).NextMedia);
        Assert.Equal(second, Viewer.Everyone(Given([.. asked, Closed()]).State).NextMedia);
        Assert.Equal(second, Viewer.Everyone(Given(Lobby(null, quiz, "Ann"), Played(0), Standings()).State).NextMedia);
        Assert.Empty(Viewer.Everyone(Given(Lobby(null, quiz, "Ann"), Played(0), Asked(1), Closed(1)).State).NextMedia);

        var open = Phase<AskingView>(Given(asked));
        Assert.Equal(sound.Show(), open.Medium);
        Assert.Equal([new OptionPicture(1, photo.Show())], Assert.IsType<SingleChoiceTask>(open.Task).Pictures);
        var reveal = Phase<RevealView>(Given([.. asked, Closed()]));
        Assert.Equal(sound.Show(), reveal.Medium);
        Assert.Equal(["Bob", "Ann"], reveal.Credits);
    }

    [Fact]
    public void Get_ready_shows_only_a_questions_kind_and_points() =>
        Assert.Equal(new GetReadyView(0, QuestionType.SingleChoice, 1000, 9_400), Phase<GetReadyView>(Situations.Named("getReady")));

    [Fact]
    public void An_open_question_shows_labels_and_instants()
    {
        var view = Phase<AskingView>(Situations.Named("asking"));
        Assert.Equal(["A", "B", "C", "D"], Assert.IsType<SingleChoiceTask>(view.Task).Options);
        Assert.Equal(("Q0", 1000, Opens, Closes), (view.Prompt, view.Points, view.OpensAtMs, view.ClosesAtMs));
    }

    [Fact]
    public void A_pause_shows_since_when_and_leaves_the_instants()
    {
        var view = Viewer.Everyone(Situations.Named("asking paused").State);
        Assert.Equal(12_500, view.PausedAtMs);
        Assert.Equal(Opens, Assert.IsType<AskingView>(view.Phase).OpensAtMs);
    }

    [Fact]
    public void The_reveal_shows_key_counts_and_explanation()
    {
        var view = Phase<RevealView>(Situations.Named("asking").WhenHost(new HostAction.Advance(), at: 15_000).ThenDone());
        Assert.Equal([Right], Assert.IsType<OptionsKey>(view.Key).Correct);
        Assert.Equal([0, 1, 0, 0], Assert.IsType<CountsTally>(view.Tally).Counts);
        Assert.Equal(("Because of 0.", null), (view.Explanation, view.EndsAtMs));
    }

    [Fact]
    public void A_host_sees_how_many_have_chosen_each_option_while_the_question_is_open_or_revealed()
    {
        PastEvents[] asked = [Lobby("Ann", "Bob", "Cid"), Asked(), Answered(0, 1000), Answered(1, 900), Answered(2, 0)];
        Assert.Equal([1, 2, 0, 0], Counts(Given(asked)));
        Assert.Equal([1, 1, 0, 0], Counts(Given([.. asked, Kicked(1, 13_000)])));
        Assert.Equal([1, 2, 0, 0], Counts(Given([.. asked, Closed(counts: [1, 2, 0, 0])])));
        Assert.Null(Viewer.Tally(Given(Lobby("Ann")).State));
    }

    [Fact]
    public void The_standings_show_the_best_five()
    {
        var game = Given(Lobby("Ann", "Bob", "Cid", "Dan", "Eve", "Fay"), Played(0, (5, 1000, 0), (3, 900, 0)), Standings());
        Assert.Equal(
            ["Fay 1", "Dan 2", "Ann 3", "Bob 3", "Cid 3"], Phase<StandingsView>(game).Top.Select(line => $"{line.Nickname} {line.Rank}"));
    }

    [Fact]
    public void A_player_who_joins_during_the_standings_is_not_in_them_yet() =>
        Assert.Single(Phase<StandingsView>(Given(Lobby("Ann"), Played(0), Standings(), Joined(1, "Bob"))).Top);

    [Fact]
    public void The_podium_shows_the_top_ten_and_the_outcome_of_each_question()
    {
        var names = Enumerable.Range(0, 12).Select(number => $"P{number}").ToArray();
        var view = Phase<PodiumView>(Given(
            Lobby(names), Played(0, (1, 1000, 0), (2, 0, 0)), Asked(1), Skipped(1), Asked(2), Finished(40_000, EndReason.EndedByHost)));
        Assert.Equal(EndReason.EndedByHost, view.Reason);
        Assert.Equal((10, "P1"), (view.Podium.Length, view.Podium[0].Nickname));
        Assert.Equal([new RoundSummary(0, "Q0", 2, 1, false, 12), new RoundSummary(1, "Q1", 0, 0, true)], view.Rounds);
    }

    [Fact]
    public void A_player_sees_what_was_chosen_but_not_whether_it_is_right()
    {
        var view = Seat(Situations.Named("asking"), 1);
        Assert.Equal((ChoiceAnswer.Of(Right), 0, 0, null), (view.Chosen, view.Score, view.Streak, view.Result));
    }

    [Fact]
    public void A_player_sees_the_result_with_the_reveal()
    {
        var view = Seat(Situations.Named("reveal"), 1);
        Assert.Equal(new RoundResult(0, ChoiceAnswer.Of(Right), Verdict.Correct, 950, 0, 2_000), view.Result);
        Assert.Equal((null, 950, 1, 1), (view.Chosen, view.Score, view.Streak, view.Rank));
    }

    [Fact]
    public void A_player_who_did_not_answer_sees_a_result_without_a_choice() =>
        Assert.Equal(new RoundResult(0, null, Verdict.Wrong, 0, 0, null), Seat(Situations.Named("reveal"), 0).Result);

    [Fact]
    public void A_player_who_joined_after_a_question_had_closed_has_no_result_of_it()
    {
        var game = Given(Lobby("Ann"), Played(0), Joined(1, "Bob"));
        Assert.Equal((1, null), (Seat(game, 1).FirstRound, Seat(game, 1).Result));
        Assert.Empty(Viewer.Results(game.State, game.Player(1)));
        Assert.NotNull(Seat(game, 0).Result);
    }

    [Theory]
    [InlineData("lobby", 0)]
    [InlineData("getReady", 0)]
    [InlineData("asking", 0)]
    [InlineData("reveal", 1)]
    [InlineData("standings", 1)]
    public void A_player_can_answer_from_the_next_question_that_closes_on(string situation, int first)
    {
        var game = Situations.Named(situation);
        var seat = game.State.Players.Count;
        Assert.Equal(first, Seat(new Situation(Decider.Evolve(game.State, Joined(seat, "Late"))), seat).FirstRound);
    }

    [Fact]
    public void A_skipped_question_has_no_result() =>
        Assert.Null(Seat(Given(Lobby("Ann"), Asked(2), Answered(0, 950, round: 2), Skipped(2), Finished(20_000)), 0).Result);

    [Fact]
    public void A_returning_player_gets_every_result_except_those_of_skipped_questions()
    {
        var game = Given(Lobby("Ann"), Played(0, (0, 950, 0)), Asked(1), Answered(0, 900, 100, round: 1), Skipped(1), Played(2));
        Assert.Equal(
            [new RoundResult(0, ChoiceAnswer.Of(Right), Verdict.Correct, 950, 0, 2_000), new RoundResult(2, null, Verdict.Wrong, 0, 0, null)],
            Viewer.Results(game.State, game.Player(0)));
    }

    [Fact]
    public void The_host_sees_which_players_answered_are_connected_or_were_removed()
    {
        var game = Situations.Named("asking");
        Assert.Equal(new RosterLine(0, "Ann", 0, true, false, false, PlayerTime.Normal, true, 0, null, 0), Viewer.Roster(game.State, game.Player(0), connected: true));
        Assert.Equal(new RosterLine(1, "Bob", 0, false, true, false, PlayerTime.Normal, true, 73, null, 0), Viewer.Roster(game.State, game.Player(1), connected: false));
        var without = Given(Lobby("Ann"), Kicked(0));
        Assert.True(Viewer.Roster(without.State, without.Player(0), connected: false).Kicked);
    }

    private static T Phase<T>(Situation game) where T : PhaseView => Assert.IsType<T>(Viewer.Everyone(game.State).Phase);

    private static ImmutableArray<int> Counts(Situation game) => Assert.IsType<CountsTally>(Viewer.Tally(game.State)).Counts;

    private static SeatView Seat(Situation game, int seat) => Viewer.Seat(game.State, game.Player(seat));
}
