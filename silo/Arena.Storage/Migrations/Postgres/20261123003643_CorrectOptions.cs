using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CorrectOptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_question_option_correct",
                table: "question_option");

            migrationBuilder.CreateIndex(
                name: "ix_question_option_correct",
                table: "question_option",
                columns: new[] { "question_id", "id" },
                filter: "is_correct");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_question_option_correct",
                table: "question_option");

            migrationBuilder.CreateIndex(
                name: "ix_question_option_correct",
                table: "question_option",
                column: "question_id",
                filter: "is_correct");
        }
    }
}
