using Arena.Storage.Model;

namespace Arena.Storage.Webhooks;

/// <summary>How one attempt to deliver a message ended.</summary>
/// <param name="At">When.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="ResponseCode">The status of the response, if there was one.</param>
/// <param name="Response">How its body begins.</param>
public sealed record WebhookAttempt(DateTimeOffset At, long DurationMs, WebhookFailure? Failure, int? ResponseCode = null, string? Response = null);
