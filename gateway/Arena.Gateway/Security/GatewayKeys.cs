using System.Xml.Linq;
using Arena.Gateway.Configuration;
using Arena.Storage.Keys;
using Arena.Storage.Model;
using Arena.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Security;

/// <summary>
/// Where the keys that protect tokens are: in the database. Those that an earlier release left in <see cref="GatewayOptions.KeyFolder"/> are
/// still read, so that old tokens stay valid.
/// </summary>
internal sealed class GatewayKeys(
    IDbContextFactory<ArenaDbContext> contexts, IHostEnvironment host, IOptions<GatewayOptions> options, ILoggerFactory loggers)
    : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private readonly DatabaseKeyRepository _database = new(contexts);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _database.GetAllElements(), .. Inherited()];

    public void StoreElement(XElement element, string friendlyName) => _database.StoreElement(element, friendlyName);

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    private IReadOnlyCollection<XElement> Inherited()
    {
        var folder = new DirectoryInfo(Path.Combine(host.ContentRootPath, options.Value.KeyFolder));
        if (!folder.Exists)
            return [];
        var logger = loggers.CreateLogger<GatewayKeys>();
        PrivateFiles.Close(folder.FullName, logger);
        foreach (var file in folder.EnumerateFiles())
            PrivateFiles.Close(file.FullName, logger);
        return new FileSystemXmlRepository(folder, loggers).GetAllElements();
    }
}
