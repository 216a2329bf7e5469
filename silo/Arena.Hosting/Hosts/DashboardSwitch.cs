using Microsoft.Extensions.Configuration;
using Orleans.Dashboard;

namespace Arena.Hosting.Hosts;

/// <summary>
/// Orleans' dashboard, if <c>Arena:Orleans:Dashboard</c> is true: it keeps 17 MB in memory and samples every meter of the process. Every
/// process of a cluster needs the same setting.
/// </summary>
public static class DashboardSwitch
{
    private const string Key = "Arena:Orleans:Dashboard";

    /// <summary>Whether the configuration asks for the dashboard.</summary>
    public static bool IsOn(IConfiguration configuration) => configuration.GetValue<bool>(Key);

    internal static void AddTo(ISiloBuilder silo, IConfiguration configuration)
    {
        if (IsOn(configuration))
            silo.AddDashboard(Configure);
    }

    internal static void AddTo(IClientBuilder client, IConfiguration configuration)
    {
        if (IsOn(configuration))
            client.AddDashboard(Configure);
    }

    private static void Configure(DashboardOptions dashboard) => dashboard.HideTrace = true;
}
