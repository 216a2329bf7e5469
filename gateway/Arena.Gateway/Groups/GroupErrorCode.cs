namespace Arena.Gateway.Groups;

/// <summary>Why something about groups was refused. On the wire a code is its name in camelCase; codes are added, never renamed.</summary>
public enum GroupErrorCode
{
    /// <summary>No group has this code or id, or it is not the caller's to see.</summary>
    UnknownGroup,
    /// <summary>The group has as many members as it may.</summary>
    GroupFull,
    /// <summary>The account hosts, or is a member of, as many groups as it may.</summary>
    TooManyGroups,
}
