using System.Globalization;

namespace Arena.Gateway.Quizzes.Writing.Tables;

/// <summary>A cell of a workbook: text, or a number.</summary>
internal readonly record struct SheetCell(string Text, bool IsNumber)
{
    public static SheetCell Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    public static SheetCell Number(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    public static implicit operator SheetCell(string text) => new(text, IsNumber: false);
}
