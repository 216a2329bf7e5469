using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Boards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "board_game",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quiz_id = table.Column<Guid>(type: "uuid", nullable: false),
                    season = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_game", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_board_game_game_session_session_id",
                        column: x => x.session_id,
                        principalTable: "game_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "board_name",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    name_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_name", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_board_name_user_user_id",
                        column: x => x.user_id,
                        principalTable: "user",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_board_game_quiz_id_season",
                table: "board_game",
                columns: new[] { "quiz_id", "season" });

            migrationBuilder.CreateIndex(
                name: "ix_board_game_season",
                table: "board_game",
                column: "season");

            migrationBuilder.CreateIndex(
                name: "ix_board_name_name_key",
                table: "board_name",
                column: "name_key",
                unique: true);

            // The boards of earlier releases: nicknames of players who were not asked.
            migrationBuilder.Sql("DELETE FROM orleansstorage WHERE graintypestring = 'board';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "board_game");

            migrationBuilder.DropTable(
                name: "board_name");
        }
    }
}
