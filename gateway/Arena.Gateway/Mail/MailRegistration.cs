using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Arena.Gateway.Mail;

/// <summary>Composition of mail: an outbox in the database, and what sends it.</summary>
internal static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.TryAddSingleton<MailOutbox>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<ResetRequests>();
        services.AddSingleton<MailSender>();
        services.AddHostedService<MailService>();
        return services;
    }
}
