using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MediaTexts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "alt",
                table: "media_owner",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "credit",
                table: "media_owner",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_key",
                table: "media_owner",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "media_owner",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "alt",
                table: "media_owner");

            migrationBuilder.DropColumn(
                name: "credit",
                table: "media_owner");

            migrationBuilder.DropColumn(
                name: "search_key",
                table: "media_owner");

            migrationBuilder.DropColumn(
                name: "title",
                table: "media_owner");
        }
    }
}
