using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Arena.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OrleansTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OrleansTablesSql.Tables);
            migrationBuilder.Sql(OrleansTablesSql.TakeOver);
            migrationBuilder.Sql(OrleansTablesSql.MoveStates);
            migrationBuilder.Sql(OrleansTablesSql.Queries);
            migrationBuilder.Sql(OrleansTablesSql.DropEarlierMembership);

            migrationBuilder.DropTable(
                name: "grain_state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE orleansmembershiptable, orleansmembershipversiontable, orleansstorage, orleansquery");

            migrationBuilder.CreateTable(
                name: "grain_state",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    etag = table.Column<long>(type: "bigint", nullable: false),
                    payload_json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grain_state", x => new { x.provider, x.type, x.key });
                });
        }
    }
}
