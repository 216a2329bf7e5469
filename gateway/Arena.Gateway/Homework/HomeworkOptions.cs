using System.ComponentModel.DataAnnotations;

namespace Arena.Gateway.Homework;

/// <summary>The bounds of homework. Section <c>Arena:Homework</c>.</summary>
public sealed class HomeworkOptions
{
    public const string Section = "Arena:Homework";

    /// <summary>Homework that one account keeps.</summary>
    [Range(1, 10_000)]
    public int MaxHomework { get; set; } = 200;

    /// <summary>Players of one homework.</summary>
    [Range(1, 10_000)]
    public int MaxPlayers { get; set; } = 1_000;

    /// <summary>Attempts of one player where the homework does not limit them.</summary>
    [Range(1, 1_000)]
    public int MaxAttempts { get; set; } = 100;

    /// <summary>How many days ahead a due date may be.</summary>
    [Range(1, 366)]
    public int MaxDays { get; set; } = 366;

    /// <summary>How many days after its due date a homework that accepts late attempts is closed.</summary>
    [Range(1, 366)]
    public int LateDays { get; set; } = 30;
}
