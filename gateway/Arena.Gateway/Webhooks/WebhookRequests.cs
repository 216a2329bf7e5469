using Arena.Storage.Model;

namespace Arena.Gateway.Webhooks;

/// <param name="Url">Where messages are sent: https, at most 500 characters.</param>
/// <param name="Events">Which messages: <c>game.started</c>, <c>game.ended</c>; one at least.</param>
/// <param name="IsEnabled">Whether anything is sent.</param>
internal sealed record WebhookRequest(string? Url, IReadOnlyList<string>? Events, bool IsEnabled = true);

/// <summary>A webhook, as its owner may see it ever after.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Url">Where messages are sent.</param>
/// <param name="Events">Which messages.</param>
/// <param name="CreatedAt">When it was made. It receives what happens from then on.</param>
/// <param name="PreviousSecretUntil">Until when the former secret signs as well, or null.</param>
/// <param name="FailingSince">Since when every attempt has failed, or null.</param>
/// <param name="DisabledAt">Since when nothing is sent, or null.</param>
/// <param name="DisabledReason">Why nothing is sent, or null.</param>
public sealed record WebhookReply(
    Guid Id, string Url, IReadOnlyList<string> Events, DateTimeOffset CreatedAt, DateTimeOffset? PreviousSecretUntil, DateTimeOffset? FailingSince,
    DateTimeOffset? DisabledAt, WebhookDisabledReason? DisabledReason);

/// <summary>A webhook that has a new secret.</summary>
/// <param name="Secret">The secret itself, which is returned once.</param>
/// <param name="Webhook">The visible part.</param>
internal sealed record WebhookWithSecret(string Secret, WebhookReply Webhook);

/// <summary>A message, and its last attempt.</summary>
/// <param name="Id">For sending it again.</param>
/// <param name="MessageId">The header <c>webhook-id</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next, or null.</param>
/// <param name="LastAt">When it was tried last, or null.</param>
/// <param name="Failure">Why that failed, or null.</param>
/// <param name="ResponseCode">The response's status, or null.</param>
/// <param name="Response">How the response's body begins, at most 4096 bytes, or null.</param>
/// <param name="DurationMs">How long that took, in milliseconds, or null.</param>
/// <param name="Payload">What is sent.</param>
internal sealed record WebhookDeliveryReply(
    long Id, string MessageId, string Type, DateTimeOffset CreatedAt, WebhookDeliveryStatus Status, int Attempts, DateTimeOffset? NextAt,
    DateTimeOffset? LastAt, WebhookFailure? Failure, int? ResponseCode, string? Response, long? DurationMs, string Payload);
