namespace Arena.Runtime;

/// <summary>Anything that can be called by reference: a grain or an observer.</summary>
public interface IAddressable;
