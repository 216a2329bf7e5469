using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Arena.Storage;

/// <summary>The built-in engine's part of the schema: none here, since it makes its own when a silo joins.</summary>
internal static class BuiltInSchema
{
    public static IServiceCollection AddEngineSchema(this IServiceCollection services, IConfiguration _) => services;
}
