using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Json;
using Arena.Game.Names;
using Arena.Game.Vocabulary;
using Arena.Gateway.Accounts.Rest;
using Arena.Gateway.Accounts.SignedIn;
using Arena.Gateway.Authority;
using Arena.Gateway.Http;
using Arena.Gateway.Security;
using Arena.Storage.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Arena.Gateway.Accounts.Passkeys;

/// <summary>Passkeys (WebAuthn): they sign in without a name, a password or a second factor, since the device asks its owner.</summary>
internal static class PasskeyEndpoints
{
    private const int MaxBytes = 16 * 1024;
    private const int MaxPasskeys = 20;
    private const int MaxNameLength = 40;

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/account/passkeys").WithTags("Account")
            .RequireAuthorization(Access.Account)
            .RequireRateLimiting(AuthoringRate.Policy)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

        own.MapGet("", ListAsync)
            .WithName("listPasskeys")
            .WithSummary("The account's passkeys")
            .Produces<IEnumerable<PasskeyReply>>();

        own.MapPost("/options", MakeAsync)
            .TakesPasswords()
            .WithName("beginPasskey")
            .WithSummary("What the browser needs to make a passkey")
            .Produces<PasskeyOptions>()
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        own.MapPost("", AddAsync)
            .TakesPasswords(MaxBytes)
            .WithName("addPasskey")
            .WithSummary("Adds the passkey that the browser made")
            .Produces<PasskeyReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status409Conflict);

        own.MapPost("/{id}/removal", RemoveAsync)
            .TakesPasswords()
            .WithName("removePasskey")
            .WithSummary("Deletes a passkey: it signs nobody in any more")
            .WithDescription("`lastWayIn` where the account has no password and is not linked with Twitch.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesArenaProblem(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        var signIn = routes.MapGroup($"{SignInEndpoints.Route}/passkey").WithTags("Account")
            .AllowAnonymous()
            .RequireRateLimiting(AuthoringRate.Policy)
            .WithMetadata(new ChargedTo(RateBucket.SignIn))
            .ProducesArenaProblem(StatusCodes.Status429TooManyRequests);

        signIn.MapPost("/options", UseAsync)
            .TakesPasswords()
            .WithName("beginPasskeySignIn")
            .WithSummary("What the browser needs to use a passkey. Says nothing about any account.")
            .Produces<PasskeyOptions>();

        signIn.MapPost("", SignInAsync)
            .TakesPasswords(MaxBytes)
            .WithName("signInWithPasskey")
            .WithSummary("Signs this browser in")
            .Produces<AccessReply>(StatusCodes.Status201Created)
            .ProducesArenaProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<Ok<List<PasskeyReply>>> ListAsync(ClaimsPrincipal caller, AccountManager accounts) =>
        TypedResults.Ok((await accounts.GetPasskeysAsync((await accounts.FindByIdAsync(caller.Id().ToString()))!)).Select(Reply).ToList());

    private static async Task<IResult> MakeAsync(
        PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners,
        IPasskeyHandler<UserRow> passkeys, PasskeyStates states)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        if ((await accounts.GetPasskeysAsync(user)).Count >= MaxPasskeys)
            return Problems.Of(GameErrorCode.OutOfRange, StatusCodes.Status409Conflict, "The account has as many passkeys as it may.", MaxPasskeys);
        var made = await passkeys.MakeCreationOptionsAsync(
            new() { Id = user.Id.ToString(), Name = user.Username, DisplayName = user.Username }, http);
        return TypedResults.Ok(new PasskeyOptions(Json(made.CreationOptionsJson), states.Making(made.AttestationState)));
    }

    private static async Task<IResult> AddAsync(
        PasskeyCredential made, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, IPasskeyHandler<UserRow> passkeys,
        PasskeyStates states, SecurityLog log)
    {
        if (made is not { State: { } sealedState, Credential: { } credential, Name: { } typed }
            || Nicknames.Clean(typed, out var name) is not null || name.Length > MaxNameLength
            || states.ReadMaking(sealedState) is not { } state)
        {
            return Problems.Of(GameErrorCode.InvalidMessage);
        }
        var user = (await accounts.FindByIdAsync(caller.Id().ToString()))!;
        var attested = await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential.GetRawText(), AttestationState = state });
        if (!attested.Succeeded || attested.UserEntity.Id != user.Id.ToString())
            return Problems.Of(AccountErrorCode.PasskeyRefused.AsProblem(), StatusCodes.Status403Forbidden);
        attested.Passkey.Name = name;
        await accounts.AddOrUpdatePasskeyAsync(user, attested.Passkey);
        await log.WriteAsync(SecurityEvent.PasskeyAdded, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Created((string?)null, Reply(attested.Passkey));
    }

    private static async Task<IResult> RemoveAsync(
        string id, PasswordProof proof, HttpContext http, ClaimsPrincipal caller, AccountManager accounts, OwnerProof owners, SecurityLog log)
    {
        var (user, refused) = await owners.ProveAsync(proof, http, caller);
        if (user is null)
            return refused!;
        var passkeys = await accounts.GetPasskeysAsync(user);
        if (passkeys.FirstOrDefault(passkey => Base64Url.EncodeToString(passkey.CredentialId) == id) is not { } own)
            return Problems.Of(AccountErrorCode.UnknownPasskey.AsProblem());
        if (user is { PasswordHash: null, TwitchId: null } && passkeys.Count == 1)
            return Problems.Of(AccountErrorCode.LastWayIn.AsProblem());
        if (!(await accounts.RemovePasskeyAsync(user, own.CredentialId)).Succeeded)
            return Problems.Of(GameErrorCode.NotNow);
        await log.WriteAsync(SecurityEvent.PasskeyRemoved, user.Id, http.Connection.RemoteIpAddress);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PasskeyOptions>> UseAsync(HttpContext http, IPasskeyHandler<UserRow> passkeys, PasskeyStates states)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, http);
        return TypedResults.Ok(new PasskeyOptions(Json(asked.RequestOptionsJson), states.Using(asked.AssertionState)));
    }

    private static async Task<IResult> SignInAsync(
        PasskeyCredential used, HttpContext http, AccountManager accounts, IPasskeyHandler<UserRow> passkeys, PasskeyStates states,
        SecurityLog log, CancellationToken cancel)
    {
        if (used is not { State: { } sealedState, Credential: { } credential } || states.ReadUsing(sealedState) is not { } state)
            return Problems.Of(GameErrorCode.InvalidMessage);
        var asserted = await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential.GetRawText(), AssertionState = state });
        if (!asserted.Succeeded)
        {
            await log.WriteAsync(SecurityEvent.SignInFailed, null, http.Connection.RemoteIpAddress);
            return Problems.Of(AccountErrorCode.PasskeyRefused.AsProblem());
        }
        await accounts.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);
        var reply = await SignInEndpoints.OpenAsync(http, asserted.User, cancel);
        await log.WriteAsync(SecurityEvent.SignedIn, asserted.User.Id, http.Connection.RemoteIpAddress);
        return TypedResults.Created((string?)null, reply);
    }

    public static PasskeyReply Reply(UserPasskeyInfo passkey) => new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
