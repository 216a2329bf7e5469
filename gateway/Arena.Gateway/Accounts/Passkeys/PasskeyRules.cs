using Arena.Gateway.Configuration;
using Arena.Gateway.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Accounts.Passkeys;

/// <summary>
/// Which passkeys are taken: ones that know whose they are and that ask their owner (a finger, a PIN), made and used by pages of this gateway
/// for the host name that browsers reach it under. Who made the device is not asked.
/// </summary>
internal sealed class PasskeyRules(IOptions<GatewayOptions> gateway) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.ServerDomain = gateway.Value.PublicUrl?.Host;
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && OriginCheck.IsAllowed(context.Origin, context.HttpContext));
    }
}
