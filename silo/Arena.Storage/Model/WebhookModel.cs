using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Webhooks and their outbox.</summary>
internal static class WebhookModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<WebhookEndpointRow>(endpoint =>
        {
            endpoint.ToTable("webhook_endpoint");
            endpoint.Property(row => row.Id).ValueGeneratedNever();
            endpoint.HasIndex(row => row.UserId);
            endpoint.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WebhookDeliveryRow>(delivery =>
        {
            delivery.ToTable("webhook_delivery");
            delivery.HasIndex(row => new { row.EndpointId, row.MessageId }).IsUnique();
            delivery.HasIndex(row => row.NextAt).HasFilter("status = 'Pending'").HasDatabaseName("ix_webhook_delivery_due");
            delivery.HasIndex(row => row.CreatedAt);
            delivery.HasOne<WebhookEndpointRow>().WithMany().HasForeignKey(row => row.EndpointId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
