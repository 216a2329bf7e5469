using Arena.Gateway.Authority;
using Orleans.Dashboard;

namespace Arena.Gateway.Administration;

/// <summary>Orleans' dashboard: silos, grains and calls of the cluster, for administrators. Its page and scripts come from the package.</summary>
internal static class DashboardEndpoints
{
    private const string Path = "/admin/orleans";

    public static void MapDashboard(this IEndpointRouteBuilder routes) =>
        routes.MapOrleansDashboard(Path).RequireAuthorization(Access.Administrator);
}
