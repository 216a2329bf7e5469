namespace Arena.Runtime;

/// <summary>Marks an interface whose methods are calls to a grain. Use <see cref="IGrainWithStringKey"/>.</summary>
public interface IGrain : IAddressable;
