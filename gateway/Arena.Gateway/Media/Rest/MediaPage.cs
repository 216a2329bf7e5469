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
public sealed record OwnMedium(MediumReply Medium, DateTimeOffset UploadedAt, int QuizCount);
