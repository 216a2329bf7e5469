namespace Arena.Gateway.Mail;

/// <summary>The languages of mails: those of the interface.</summary>
internal static class MailLanguages
{
    public const string Default = "en";
    public const string French = "fr";

    public static bool IsOne(string? language) => language is Default or French;
}
