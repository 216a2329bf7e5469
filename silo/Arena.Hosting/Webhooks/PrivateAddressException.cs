namespace Arena.Hosting.Webhooks;

/// <summary>A request would have gone into a private network.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);
