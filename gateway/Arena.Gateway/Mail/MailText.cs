namespace Arena.Gateway.Mail;

/// <summary>What a mail says.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">Plain text.</param>
/// <param name="Link">Where it leads, after the paragraphs, or null.</param>
/// <param name="LinkLabel">What the link does.</param>
internal sealed record MailText(string Subject, IReadOnlyList<string> Paragraphs, Uri? Link = null, string? LinkLabel = null);
