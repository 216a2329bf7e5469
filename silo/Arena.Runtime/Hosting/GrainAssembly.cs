using System.Reflection;

namespace Arena.Runtime;

/// <summary>An assembly whose manifest the silo reads.</summary>
internal sealed record GrainAssembly(Assembly Assembly);
