namespace Arena.Gateway.Mail;

/// <summary>How the connection to the SMTP server is encrypted.</summary>
public enum MailTls
{
    /// <summary>By STARTTLS, as on port 587. A server that does not offer it is not used.</summary>
    StartTls,
    /// <summary>From the first byte, as on port 465.</summary>
    Implicit,
    /// <summary>Not at all: for a server on this machine.</summary>
    None,
}
