using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class QuizStoredBytes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "stored_bytes",
                table: "quiz",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("""
                UPDATE quiz SET stored_bytes = 150 + length(CAST(title AS BLOB)) + coalesce(length(CAST(description AS BLOB)), 0)
                    + coalesce((
                        SELECT sum(150 + length(CAST(q.prompt AS BLOB)) + coalesce(length(CAST(q.explanation AS BLOB)), 0))
                        FROM question AS q WHERE q.quiz_id = quiz.id), 0)
                    + coalesce((
                        SELECT sum(150 + length(CAST(o.label AS BLOB)))
                        FROM question_option AS o JOIN question AS q ON q.id = o.question_id WHERE q.quiz_id = quiz.id), 0);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "stored_bytes",
                table: "quiz");
        }
    }
}
