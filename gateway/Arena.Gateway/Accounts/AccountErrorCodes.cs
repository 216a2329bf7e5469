using Arena.Gateway.Http;

namespace Arena.Gateway.Accounts;

/// <summary>Codes of accounts as REST answers them.</summary>
internal static class AccountErrorCodes
{
    public static ProblemCode AsProblem(this AccountErrorCode code) => ProblemCode.Of(code, StatusOf(code));

    private static int StatusOf(AccountErrorCode code) => code switch
    {
        AccountErrorCode.NameInvalid or AccountErrorCode.PasswordTooWeak or AccountErrorCode.AddressInvalid => StatusCodes.Status400BadRequest,
        AccountErrorCode.SignInFailed or AccountErrorCode.SecondFactorRequired or AccountErrorCode.CodeInvalid or AccountErrorCode.PasskeyRefused
            or AccountErrorCode.TwitchRefused or AccountErrorCode.LinkInvalid => StatusCodes.Status401Unauthorized,
        AccountErrorCode.HttpsRequired or AccountErrorCode.SignInAgain => StatusCodes.Status403Forbidden,
        AccountErrorCode.UnknownUser or AccountErrorCode.UnknownPasskey or AccountErrorCode.UnknownApiKey => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };
}
