using System.Text.Json.Serialization;
using Arena.Game.Views;
using Arena.Game.Vocabulary;

namespace Arena.Game.Questions;

/// <summary>
/// One question with its key. A closed family: each type decides for itself which answers fit, which are right, and what players see. This list is
/// the only one of all types; <c>type</c> names them in logs and files.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SingleChoiceQuestion), "singleChoice")]
[JsonDerivedType(typeof(TrueFalseQuestion), "trueFalse")]
[JsonDerivedType(typeof(MultipleChoiceQuestion), "multipleChoice")]
[JsonDerivedType(typeof(PollQuestion), "poll")]
[JsonDerivedType(typeof(TypedAnswerQuestion), "typedAnswer")]
[JsonDerivedType(typeof(NumberQuestion), "number")]
[JsonDerivedType(typeof(SliderQuestion), "slider")]
[JsonDerivedType(typeof(OrderQuestion), "order")]
[JsonDerivedType(typeof(MatchQuestion), "match")]
[JsonDerivedType(typeof(PinQuestion), "pin")]
[JsonDerivedType(typeof(RatingQuestion), "rating")]
[JsonDerivedType(typeof(WordCloudQuestion), "wordCloud")]
[JsonDerivedType(typeof(OpenTextQuestion), "openText")]
[JsonDerivedType(typeof(SlideQuestion), "slide")]
public abstract record Question
{
    /// <summary>What all types have stands around what a type has of its own, as people write files.</summary>
    private const int BeforeOwn = -1;

    private const int BehindOwn = 1;

    private protected Question(QuestionType type, Guid id, string prompt, int? timeLimitMs, int points, string? explanation) =>
        (Type, Id, Prompt, TimeLimitMs, Points, Explanation) = (type, id, prompt, timeLimitMs, points, explanation);

    /// <summary>Which case it is.</summary>
    [JsonIgnore]
    public QuestionType Type { get; }

    /// <summary>Identity within the quiz.</summary>
    [JsonPropertyOrder(BeforeOwn)]
    public Guid Id { get; init; }

    /// <summary>The question's text.</summary>
    [JsonPropertyOrder(BeforeOwn)]
    public string Prompt { get; init; }

    /// <summary>Shown with the question.</summary>
    [JsonPropertyName("media"), JsonPropertyOrder(BeforeOwn)]
    public Medium? Medium { get; init; }

    /// <summary>How long it is open; null for no limit: then it closes when everyone has answered or the host advances, and time costs no points.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonPropertyOrder(BehindOwn)]
    public int? TimeLimitMs { get; init; }

    /// <summary>What a correct answer is worth at most: 0, 1000 or 2000; 0 where nothing is right or wrong.</summary>
    [JsonPropertyOrder(BehindOwn)]
    public int Points { get; init; }

    /// <summary>Shown with the reveal.</summary>
    [JsonPropertyOrder(BehindOwn)]
    public string? Explanation { get; init; }

    /// <summary>A help for those who use it; null where there is none, as where nothing is right or wrong.</summary>
    [JsonPropertyOrder(BehindOwn)]
    public Hint? Hint { get; init; }

    /// <summary>Whether answers can be right or wrong.</summary>
    public virtual bool IsScored() => true;

    /// <summary>Whether there is something to answer.</summary>
    public virtual bool TakesAnswers() => true;

    /// <summary>All that is shown with it: its own medium, and pictures of its options.</summary>
    public virtual IEnumerable<Medium> Media() => Medium is null ? [] : [Medium];

    /// <summary>Whether it is within all limits, for any content.</summary>
    public bool IsPlayable() =>
        Prompt is not null
        && TimeLimitMs is null or (>= GameLimits.MinTimeLimitMs and <= GameLimits.MaxTimeLimitMs)
        && GameLimits.IsPoints(Points)
        && (IsScored() || Points == 0)
        && (Hint is null || (IsScored() && Hint.IsComplete()))
        && Media().All(medium => medium.IsComplete())
        && IsComplete();

    /// <summary>The copy that a session plays: in the order in which things are shown. That order depends on the seed, and never on the key.</summary>
    public virtual Question Prepare(long seed) => this;

    /// <summary>Brings an answer into the one form in which it is kept.</summary>
    /// <param name="given">Any answer.</param>
    /// <param name="normal">The same in that form.</param>
    /// <returns>Why it does not fit, or null.</returns>
    public abstract GameErrorCode? Normalize(AnswerValue given, out AnswerValue normal);

    /// <summary>What an answer is worth that <see cref="Normalize"/> has made.</summary>
    public abstract Judgement Judge(AnswerValue answer);

    /// <summary>What players see while it is open.</summary>
    public abstract TaskView Show();

    /// <summary>The medium that is shown beside the task, or null.</summary>
    public virtual MediumView? ShowBeside() => Medium?.Show();

    /// <summary>The right answer, or null if there is none.</summary>
    public virtual KeyView? Reveal() => null;

    /// <summary>Statistics of answers, as hosts see them. Answers that do not fit are left out.</summary>
    public abstract Tally Count(IEnumerable<AnswerValue> answers);

    /// <summary>The same while the question is open: without anything that depends on the key; null if nothing remains.</summary>
    public virtual Tally? CountOpen(IEnumerable<AnswerValue> answers) => Count(answers);

    /// <summary>The part of them that everyone sees.</summary>
    public virtual Tally Publish(Tally tally) => tally;

    /// <summary>Whether a host can accept a text that was not.</summary>
    public virtual bool TakesAccepted() => false;

    /// <summary>The same question with one more accepted text, or null if that is none.</summary>
    public virtual Question? WithAccepted(string text) => null;

    /// <summary>Statistics of earlier answers, by the texts that are accepted now.</summary>
    public virtual Tally Mark(Tally tally) => tally;

    /// <summary>Whether the content of the type is within its limits.</summary>
    protected abstract bool IsComplete();
}
