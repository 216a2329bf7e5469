namespace Arena.Gateway.Media.Rest;

/// <summary>A part of an author's library.</summary>
/// <param name="Media">The last uploaded first.</param>
/// <param name="HasMore">Whether the next page has any.</param>
/// <param name="KeptBytes">What all of the author's media take, with their smaller sizes.</param>
/// <param name="QuotaBytes">What they may take.</param>
public sealed record MediaPage(IReadOnlyList<OwnMedium> Media, bool HasMore, long KeptBytes, long QuotaBytes);

/// <summary>A medium in an author's library.</summary>
/// <param name="Medium">The medium.</param>
/// <param name="UploadedAt">When the author uploaded it first.</param>
/// <param name="QuizCount">How many of the author's quizzes use it.</param>
/// <param name="Quizzes">The first of them, by title.</param>
/// <param name="Title">What its file was called, or what the author calls it.</param>
/// <param name="Alt">What it shows: the text that a question begins with that uses it.</param>
/// <param name="Credit">Author and licence, in the same way.</param>
/// <param name="StoredBytes">What it takes of the quota, with its smaller sizes.</param>
public sealed record OwnMedium(
    MediumReply Medium, DateTimeOffset UploadedAt, int QuizCount, IReadOnlyList<MediumUse> Quizzes, string? Title, string? Alt, string? Credit, long StoredBytes);

/// <summary>A quiz that uses a medium.</summary>
/// <param name="Id">The quiz.</param>
/// <param name="Title">Its title.</param>
public sealed record MediumUse(Guid Id, string Title);

/// <summary>What an author says of a medium.</summary>
/// <param name="Title">What it is called: one line of up to 120 characters, or null.</param>
/// <param name="Alt">What it shows: one line of up to 250 characters, or null.</param>
/// <param name="Credit">Author and licence: one line of up to 250 characters, or null.</param>
public sealed record MediumTexts(string? Title, string? Alt, string? Credit);

/// <summary>How much was taken out of a library.</summary>
/// <param name="Count">How many media.</param>
public sealed record RemovedMedia(int Count);
