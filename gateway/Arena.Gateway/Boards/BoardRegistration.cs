using Arena.Gateway.Http;

namespace Arena.Gateway.Boards;

/// <summary>Composition of the boards.</summary>
internal static class BoardRegistration
{
    public static IServiceCollection AddBoards(this IServiceCollection services) => services
        .AddSingleton(new ProblemCodes(typeof(BoardErrorCode)))
        .AddSingleton<BoardNames>()
        .AddSingleton<BoardReader>();
}
