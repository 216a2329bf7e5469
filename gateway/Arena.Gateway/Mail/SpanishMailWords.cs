using System.Globalization;

namespace Arena.Gateway.Mail;

internal sealed class SpanishMailWords : IMailWords
{
    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public string Greeting(string? name) => name is null ? "Hola:" : $"Hola, {name}:";

    public string Footer(Uri site) => $"Enviado por Arena, {site.Host}. No respondas a este mensaje: nadie lee este buzón.";

    public MailText PasswordReset(Uri link) => new(
        "Establece una contraseña nueva para Arena",
        [
            "Alguien, seguramente tú, pidió una contraseña nueva para tu cuenta. Este enlace permite establecerla. Sirve una vez, durante una hora.",
            "Si no fuiste tú, ignora este mensaje: tu contraseña no ha cambiado.",
        ],
        link, "Establecer una contraseña nueva");

    public MailText AddressConfirmation(Uri link) => new(
        "Confirma tu dirección de correo para Arena",
        [
            "Se indicó esta dirección para tu cuenta. Abre el enlace para confirmar que es tuya. Sirve durante un día.",
            "Si no lo pediste tú, ignora este mensaje: no cambiará nada.",
        ],
        link, "Confirmar la dirección");

    public MailText AddressChanged(Uri accountPage) => new(
        "Tu cuenta ya no usa esta dirección",
        [
            "La dirección de correo de tu cuenta se cambió o se quitó. Arena no enviará nada más a esta.",
            "Si no fuiste tú, inicia sesión, cambia tu contraseña y cierra la sesión en todos los demás navegadores.",
        ],
        accountPage, "Abrir tu cuenta");

    public MailText PasswordChanged(DateTimeOffset at, Uri forgotten) => new(
        "Se cambió tu contraseña",
        [
            $"La contraseña de tu cuenta se cambió el {Time(at)}. Se cerró la sesión en todos los demás navegadores.",
            "Si no fuiste tú, establece ahora una contraseña nueva.",
        ],
        forgotten, "Establecer una contraseña nueva");

    public MailText NewBrowser(DateTimeOffset at, string browser, Uri accountPage) => new(
        "Se inició sesión en tu cuenta desde otro navegador",
        [
            browser.Length > 0 ? $"Se inició sesión en tu cuenta desde {browser} el {Time(at)}, por primera vez." : $"Se inició sesión en tu cuenta desde un navegador nuevo el {Time(at)}.",
            "Si fuiste tú, no tienes que hacer nada. Si no, abre tu cuenta, elige «Revocar accesos» y cambia tu contraseña.",
            "Puedes desactivar estos correos en tu cuenta, en «Correo».",
        ],
        accountPage, "Abrir tu cuenta");

    public MailText GameReport(GameFigures game, Uri report) => new(
        $"Informe: {game.Title}",
        [
            $"Tu partida «{game.Title}» terminó.",
            $"Participantes: {game.Players}. Respuestas: {game.Answers}. Respuestas que dieron puntos: {game.AnswersWithPoints}\u00a0%.",
            "Puedes desactivar estos correos en tu cuenta, en «Correo».",
        ],
        report, "Abrir el informe");

    public MailText GroupInvitation(string host, string group, Uri link) => new(
        $"{host} te invita a un grupo en Arena",
        [
            $"{host} te invita al grupo «{group}» en Arena, un juego de preguntas en vivo. El grupo tiene un ranking de las partidas que dirige {host}.",
            "Para unirte necesitas una cuenta. Tú eliges el nombre que verá el grupo.",
            $"Si no conoces a {host}, ignora este mensaje: no pasará nada. Arena olvida tu dirección en cuanto se envía este mensaje.",
        ],
        link, "Unirse al grupo");

    public MailText CoAuthorInvitation(string owner, string quiz, Uri link) => new(
        $"{owner} te invita a escribir un cuestionario en Arena",
        [
            $"{owner} te invita a la coautoría del cuestionario «{quiz}» en Arena, un juego de preguntas en vivo. Podrás editarlo y organizar partidas con él.",
            "Para aceptar necesitas una cuenta. El enlace sirve una vez, durante siete días.",
            $"Si no conoces a {owner}, ignora este mensaje: no pasará nada. Arena olvida tu dirección en cuanto se envía este mensaje.",
        ],
        link, "Ver la invitación");

    private static string Time(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return string.Create(CultureInfo.InvariantCulture, $"{utc.Day} de {Months[utc.Month - 1]} de {utc.Year} a las {utc:HH:mm} UTC");
    }
}
