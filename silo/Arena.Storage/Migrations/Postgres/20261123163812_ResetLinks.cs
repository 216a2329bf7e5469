using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ResetLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "face",
                table: "user",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "reset_expires_at",
                table: "user",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reset_token_hash",
                table: "user",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "face",
                table: "user");

            migrationBuilder.DropColumn(
                name: "reset_expires_at",
                table: "user");

            migrationBuilder.DropColumn(
                name: "reset_token_hash",
                table: "user");
        }
    }
}
