using System.Globalization;

namespace Arena.Gateway.Mail;

internal sealed class FrenchMailWords : IMailWords
{
    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    public string Greeting(string? name) => name is null ? "Bonjour," : $"Bonjour {name},";

    public string Footer(Uri site) => $"Envoyé par Arena, {site.Host}. Merci de ne pas répondre\u00a0: personne ne lit cette boîte.";

    public MailText PasswordReset(Uri link) => new(
        "Choisir un nouveau mot de passe pour Arena",
        [
            "Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte. Ce lien permet d’en choisir un. Il sert une seule fois, pendant une heure.",
            "Si ce n’était pas vous, ignorez ce message\u00a0: votre mot de passe n’a pas changé.",
        ],
        link, "Choisir un nouveau mot de passe");

    public MailText AddressConfirmation(Uri link) => new(
        "Confirmer votre adresse e-mail pour Arena",
        [
            "Cette adresse a été indiquée pour votre compte. Ouvrez le lien pour confirmer qu’elle est à vous. Il est valable une journée.",
            "Si vous n’avez rien demandé, ignorez ce message\u00a0: rien ne changera.",
        ],
        link, "Confirmer l’adresse");

    public MailText AddressChanged(Uri accountPage) => new(
        "Votre compte n’utilise plus cette adresse",
        [
            "L’adresse e-mail de votre compte a été changée ou retirée. Arena n’envoie plus rien à celle-ci.",
            "Si ce n’était pas vous, connectez-vous, changez votre mot de passe et déconnectez tous les autres navigateurs.",
        ],
        accountPage, "Ouvrir votre compte");

    public MailText PasswordChanged(DateTimeOffset at, Uri forgotten) => new(
        "Votre mot de passe a été changé",
        [
            $"Le mot de passe de votre compte a été changé le {Time(at)}. Tous les autres navigateurs ont été déconnectés.",
            "Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe.",
        ],
        forgotten, "Choisir un nouveau mot de passe");

    public MailText NewBrowser(DateTimeOffset at, string browser, Uri accountPage) => new(
        "Un nouveau navigateur s’est connecté à votre compte",
        [
            browser.Length > 0 ? $"{browser} s’est connecté à votre compte le {Time(at)}, pour la première fois." : $"Un navigateur s’est connecté à votre compte le {Time(at)}, pour la première fois.",
            "Si c’était vous, il n’y a rien à faire. Sinon, ouvrez votre compte, choisissez «\u00a0Révoquer les accès\u00a0» et changez votre mot de passe.",
            "Ces messages se désactivent dans votre compte, sous «\u00a0E-mail\u00a0».",
        ],
        accountPage, "Ouvrir votre compte");

    public MailText GameReport(GameFigures game, Uri report) => new(
        $"Rapport\u00a0: {game.Title}",
        [
            $"Votre partie «\u00a0{game.Title}\u00a0» est terminée.",
            $"Joueurs\u00a0: {game.Players}. Réponses\u00a0: {game.Answers}. Réponses qui ont rapporté des points\u00a0: {game.AnswersWithPoints}\u00a0%.",
            "Ces messages se désactivent dans votre compte, sous «\u00a0E-mail\u00a0».",
        ],
        report, "Ouvrir le rapport");

    public MailText GroupInvitation(string host, string group, Uri link) => new(
        $"{host} vous invite dans un groupe sur Arena",
        [
            $"{host} vous invite dans le groupe «\u00a0{group}\u00a0» sur Arena, un quiz en direct. Le groupe a un classement des parties que {host} anime.",
            "Pour le rejoindre, il faut un compte. Vous choisissez le nom que le groupe verra.",
            $"Si vous ne connaissez pas {host}, ignorez ce message\u00a0: il ne se passera rien. Arena oublie votre adresse dès que ce message est envoyé.",
        ],
        link, "Rejoindre le groupe");

    public MailText CoAuthorInvitation(string owner, string quiz, Uri link) => new(
        $"{owner} vous invite à écrire un quiz sur Arena",
        [
            $"{owner} vous invite à devenir coauteur du quiz «\u00a0{quiz}\u00a0» sur Arena, un quiz en direct. Vous pourrez le modifier et l’animer.",
            "Pour accepter, il faut un compte. Le lien sert une seule fois, pendant sept jours.",
            $"Si vous ne connaissez pas {owner}, ignorez ce message\u00a0: il ne se passera rien. Arena oublie votre adresse dès que ce message est envoyé.",
        ],
        link, "Voir l’invitation");

    private static string Time(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return string.Create(CultureInfo.InvariantCulture, $"{utc.Day} {Months[utc.Month - 1]} {utc.Year} à {utc:HH:mm} UTC");
    }
}
