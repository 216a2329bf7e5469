using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Arena.Gateway;

/// <summary>What all features of the gateway stand on.</summary>
internal static class GatewayRegistration
{
    private const string ApplicationName = "Arena";

    public static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>>(provider =>
        {
            var content = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
            var folder = Path.Combine(content, provider.GetRequiredService<IOptions<GatewayOptions>>().Value.KeyFolder);
            return new ConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>(keys =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(folder), provider.GetRequiredService<ILoggerFactory>()));
        });
        return services;
    }
}
