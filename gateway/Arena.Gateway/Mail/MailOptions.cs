using System.ComponentModel.DataAnnotations;

namespace Arena.Gateway.Mail;

/// <summary>The SMTP server that takes Arena's mail. Section <c>Arena:Mail</c>. Without a host, mail is off.</summary>
public sealed class MailOptions
{
    public const string Section = "Arena:Mail";

    /// <summary>The server's name or address. None: no mail, and no page offers any.</summary>
    public string Host { get; set; } = "";

    /// <summary>The server's port.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted: <c>StartTls</c>, <c>Implicit</c>, or <c>None</c> for a server on this machine.</summary>
    public MailTls Tls { get; set; } = MailTls.StartTls;

    /// <summary>The name that signs in to the server; none for a server that asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password: give it in the environment, not in a file.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that mails come from, as <c>arena@quiz.example.org</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Links for a new password that one account is sent in an hour, however often they are asked for.</summary>
    [Range(1, 1_000)]
    public int ResetsPerHour { get; set; } = 3;

    /// <summary>Links that confirm an address which one account may ask for in a day.</summary>
    [Range(1, 1_000)]
    public int ConfirmationsPerDay { get; set; } = 5;

    /// <summary>Invitations that one account may send in a day.</summary>
    [Range(0, 10_000)]
    public int InvitationsPerDay { get; set; } = 50;

    /// <summary>Invitations that one address is sent in a day by one gateway, whoever invites. More are not sent, and nobody learns of it.</summary>
    [Range(0, 1_000)]
    public int InvitationsPerAddress { get; set; } = 3;

    public bool IsOn => Host.Length > 0;
}
