using Arena.Game.Questions;
using Arena.Game.Vocabulary;

namespace Arena.Gateway.Quizzes.Writing.Markup;

/// <summary>The pictures that a file of markup shows with the texts of its questions. It has no place for sounds and videos.</summary>
/// <param name="losses">Counts those.</param>
/// <param name="named">Gets the others: their content is added when the file is sent.</param>
internal sealed class WrittenPictures(LossCounter losses, ICollection<QuestionMedia> named)
{
    /// <summary>The file of a picture: all are stored as WebP.</summary>
    public static string FileOf(Medium picture) => $"{picture.Name}.webp";

    /// <returns>The medium, if it is a picture.</returns>
    public static Medium? In(Medium? medium) => medium is { Kind: MediumKind.Picture } ? medium : null;

    /// <summary>The files of the pictures of a question, in the order of its texts.</summary>
    public static IEnumerable<string> FilesOf(Question question) => question.Media().Select(In).OfType<Medium>().Select(FileOf);

    /// <summary>Notes the media of a question that was written.</summary>
    public void Note(Question question)
    {
        string[] pictures = [.. question.Media().Where(medium => In(medium) is not null).Select(medium => medium.Name)];
        if (pictures.Length > 0)
            named.Add(new(question.Type, pictures));
        if (question.Media().Any(medium => In(medium) is null))
            losses.Change(question, "media");
    }
}
