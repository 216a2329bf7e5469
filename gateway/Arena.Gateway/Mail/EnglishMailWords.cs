using System.Globalization;

namespace Arena.Gateway.Mail;

internal sealed class EnglishMailWords : IMailWords
{
    public string Greeting(string? name) => name is null ? "Hello," : $"Hello {name},";

    public string Footer(Uri site) => $"Sent by Arena at {site.Host}. Please do not reply: nobody reads this mailbox.";

    public MailText PasswordReset(Uri link) => new(
        "Set a new password for Arena",
        [
            "Someone, probably you, asked for a new password for your account. This link sets one. It works once, and for an hour.",
            "If it was not you, ignore this mail: your password has not changed.",
        ],
        link, "Set a new password");

    public MailText AddressConfirmation(Uri link) => new(
        "Confirm your e-mail address for Arena",
        [
            "This address was given for your account. Open the link to confirm that it is yours. It works for a day.",
            "If you did not ask for this, ignore this mail: nothing will change.",
        ],
        link, "Confirm the address");

    public MailText AddressChanged(Uri accountPage) => new(
        "Your account does not use this address any more",
        [
            "The e-mail address of your account was changed or removed. Arena sends nothing more to this one.",
            "If it was not you, sign in, change your password, and sign all other browsers out.",
        ],
        accountPage, "Open your account");

    public MailText PasswordChanged(DateTimeOffset at, Uri forgotten) => new(
        "Your password was changed",
        [
            $"The password of your account was changed on {Time(at)}. All other browsers were signed out.",
            "If it was not you, set a new password now.",
        ],
        forgotten, "Set a new password");

    public MailText NewBrowser(DateTimeOffset at, string browser, Uri accountPage) => new(
        "A new browser signed in to your account",
        [
            browser.Length > 0 ? $"{browser} signed in to your account on {Time(at)}, for the first time." : $"A browser signed in to your account on {Time(at)}, for the first time.",
            "If it was you, there is nothing to do. If not, open your account, choose \u201cRevoke access\u201d, and change your password.",
            "You can turn these mails off in your account, under \u201cE-mail\u201d.",
        ],
        accountPage, "Open your account");

    public MailText GameReport(GameFigures game, Uri report) => new(
        $"Report: {game.Title}",
        [
            $"Your game \u201c{game.Title}\u201d has ended.",
            $"Players: {game.Players}. Answers: {game.Answers}. Answers that earned points: {game.AnswersWithPoints}%.",
            "You can turn these mails off in your account, under \u201cE-mail\u201d.",
        ],
        report, "Open the report");

    public MailText GroupInvitation(string host, string group, Uri link) => new(
        $"{host} invites you to a group on Arena",
        [
            $"{host} invites you to the group \u201c{group}\u201d on Arena, a live quiz. The group has a leaderboard of the games that {host} hosts.",
            "To join, you need an account. You choose the name that the group will see.",
            $"If you do not know {host}, ignore this mail: nothing will happen. Arena forgets your address once this mail is sent.",
        ],
        link, "Join the group");

    public MailText CoAuthorInvitation(string owner, string quiz, Uri link) => new(
        $"{owner} invites you to write a quiz on Arena",
        [
            $"{owner} invites you to be a co-author of the quiz \u201c{quiz}\u201d on Arena, a live quiz. You can then edit and host it.",
            "To accept, you need an account. The link works once, for seven days.",
            $"If you do not know {owner}, ignore this mail: nothing will happen. Arena forgets your address once this mail is sent.",
        ],
        link, "See the invitation");

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
