using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrleansTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OrleansTablesSql.Up);
            migrationBuilder.Sql(OrleansTablesSql.MoveStates);

            migrationBuilder.DropTable(
                name: "grain_state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE orleansstorage; DROP TABLE orleansquery;");

            migrationBuilder.CreateTable(
                name: "grain_state",
                columns: table => new
                {
                    provider = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    etag = table.Column<long>(type: "INTEGER", nullable: false),
                    payload_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grain_state", x => new { x.provider, x.type, x.key });
                });
        }
    }
}
