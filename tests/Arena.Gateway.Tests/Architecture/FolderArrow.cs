namespace Arena.Gateway.Tests.Architecture;

/// <param name="From">The folder that uses another.</param>
/// <param name="To">The folder that is used.</param>
/// <param name="User">The type or file that uses it.</param>
/// <param name="Used">The type or namespace that is used.</param>
internal sealed record FolderArrow(string From, string To, string User, string Used);
