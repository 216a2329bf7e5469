using System.Globalization;

namespace Arena.Gateway.Mail;

internal sealed class GermanMailWords : IMailWords
{
    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public string Greeting(string? name) => name is null ? "Hallo," : $"Hallo {name},";

    public string Footer(Uri site) => $"Gesendet von Arena, {site.Host}. Bitte antworte nicht: Dieses Postfach liest niemand.";

    public MailText PasswordReset(Uri link) => new(
        "Neues Passwort für Arena",
        [
            "Jemand, vermutlich du, hat ein neues Passwort für dein Konto angefordert. Mit diesem Link legst du es fest. Er gilt einmal und eine Stunde lang.",
            "Wenn du das nicht warst, kannst du diese Mail ignorieren: Dein Passwort ist unverändert.",
        ],
        link, "Neues Passwort festlegen");

    public MailText AddressConfirmation(Uri link) => new(
        "Bestätige deine E-Mail-Adresse für Arena",
        [
            "Diese Adresse wurde für dein Konto angegeben. Öffne den Link, um zu bestätigen, dass sie dir gehört. Er gilt einen Tag lang.",
            "Wenn du das nicht angefordert hast, kannst du diese Mail ignorieren: Es ändert sich nichts.",
        ],
        link, "Adresse bestätigen");

    public MailText AddressChanged(Uri accountPage) => new(
        "Dein Konto nutzt diese Adresse nicht mehr",
        [
            "Die E-Mail-Adresse deines Kontos wurde geändert oder entfernt. An diese Adresse sendet Arena nichts mehr.",
            "Wenn du das nicht warst, melde dich an, ändere dein Passwort und melde alle anderen Browser ab.",
        ],
        accountPage, "Konto öffnen");

    public MailText PasswordChanged(DateTimeOffset at, Uri forgotten) => new(
        "Dein Passwort wurde geändert",
        [
            $"Das Passwort deines Kontos wurde am {Time(at)} geändert. Alle anderen Browser wurden abgemeldet.",
            "Wenn du das nicht warst, lege sofort ein neues Passwort fest.",
        ],
        forgotten, "Neues Passwort festlegen");

    public MailText NewBrowser(DateTimeOffset at, string browser, Uri accountPage) => new(
        "Neue Anmeldung in deinem Konto",
        [
            browser.Length > 0 ? $"{browser} hat sich am {Time(at)} zum ersten Mal in deinem Konto angemeldet." : $"Ein Browser hat sich am {Time(at)} zum ersten Mal in deinem Konto angemeldet.",
            "Wenn du das warst, ist nichts zu tun. Wenn nicht, öffne dein Konto, wähle „Zugänge sperren“ und ändere dein Passwort.",
            "Diese Mails kannst du in deinem Konto unter „E-Mail“ abschalten.",
        ],
        accountPage, "Konto öffnen");

    public MailText GameReport(GameFigures game, Uri report) => new(
        $"Bericht: {game.Title}",
        [
            $"Dein Spiel „{game.Title}“ ist zu Ende.",
            $"Spieler: {game.Players}. Antworten: {game.Answers}. Antworten, die Punkte brachten: {game.AnswersWithPoints}\u00a0%.",
            "Diese Mails kannst du in deinem Konto unter „E-Mail“ abschalten.",
        ],
        report, "Bericht öffnen");

    public MailText GroupInvitation(string host, string group, Uri link) => new(
        $"{host} lädt dich in eine Gruppe auf Arena ein",
        [
            $"{host} lädt dich in die Gruppe „{group}“ auf Arena ein, einem Live-Quiz. Die Gruppe hat eine Bestenliste der Spiele, die {host} leitet.",
            "Zum Beitreten brauchst du ein Konto. Unter welchem Namen dich die Gruppe sieht, bestimmst du.",
            $"Wenn du {host} nicht kennst, kannst du diese Mail ignorieren: Es passiert nichts. Arena vergisst deine Adresse, sobald diese Mail gesendet ist.",
        ],
        link, "Gruppe beitreten");

    public MailText CoAuthorInvitation(string owner, string quiz, Uri link) => new(
        $"{owner} lädt dich ein, auf Arena an einem Quiz mitzuschreiben",
        [
            $"{owner} lädt dich als Mitautor des Quiz „{quiz}“ auf Arena ein, einem Live-Quiz. Du kannst es dann bearbeiten und spielen lassen.",
            "Zum Annehmen brauchst du ein Konto. Der Link gilt einmal, sieben Tage lang.",
            $"Wenn du {owner} nicht kennst, kannst du diese Mail ignorieren: Es passiert nichts. Arena vergisst deine Adresse, sobald diese Mail gesendet ist.",
        ],
        link, "Einladung ansehen");

    private static string Time(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return string.Create(CultureInfo.InvariantCulture, $"{utc.Day}. {Months[utc.Month - 1]} {utc.Year} um {utc:HH:mm} Uhr (UTC)");
    }
}
