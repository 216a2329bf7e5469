namespace Arena.Storage.Model;

/// <summary>A key that protects tokens and cookies (table <c>data_protection_key</c>), shared by all gateways.</summary>
public sealed class DataProtectionKeyRow
{
    public required string Name { get; set; }
    public required string Xml { get; set; }
}
