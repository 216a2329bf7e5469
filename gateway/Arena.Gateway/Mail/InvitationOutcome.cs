namespace Arena.Gateway.Mail;

/// <summary>What became of an invitation.</summary>
internal enum InvitationOutcome
{
    /// <summary>It is sent, unless the address has had as many as it may.</summary>
    Accepted,
    /// <summary>Mail is off, or the sender has no confirmed address.</summary>
    NotNow,
    /// <summary>The sender has invited as many as an account may in a day.</summary>
    TooMany,
}
