namespace Arena.Gateway.Mail;

/// <summary>The texts of mails in one language.</summary>
internal interface IMailWords
{
    /// <param name="name">The account's; null for a stranger.</param>
    string Greeting(string? name);

    /// <summary>Below each mail.</summary>
    string Footer(Uri site);

    MailText PasswordReset(Uri link);

    MailText AddressConfirmation(Uri link);

    MailText AddressChanged(Uri accountPage);

    MailText PasswordChanged(DateTimeOffset at, Uri forgotten);

    /// <param name="at">When it signed in.</param>
    /// <param name="browser">What it is, or empty.</param>
    /// <param name="accountPage">Where it is signed out.</param>
    MailText NewBrowser(DateTimeOffset at, string browser, Uri accountPage);

    MailText GameReport(GameFigures game, Uri report);

    /// <param name="host">Who invites.</param>
    /// <param name="group">Its name.</param>
    /// <param name="link">Where it is joined.</param>
    MailText GroupInvitation(string host, string group, Uri link);

    /// <param name="owner">Who invites.</param>
    /// <param name="quiz">Its title.</param>
    /// <param name="link">Where it is accepted.</param>
    MailText CoAuthorInvitation(string owner, string quiz, Uri link);
}

/// <summary>A game in three figures. No player is named.</summary>
/// <param name="Title">The quiz, as it was played.</param>
/// <param name="Players">Seats that were taken.</param>
/// <param name="Answers">Answers that were accepted.</param>
/// <param name="AnswersWithPoints">Those of them that earned points, in per cent.</param>
internal sealed record GameFigures(string Title, int Players, int Answers, int AnswersWithPoints);
