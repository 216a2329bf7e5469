using Microsoft.EntityFrameworkCore;

namespace Arena.Storage.Model;

/// <summary>Quizzes, their co-authors and who is invited to be one.</summary>
internal static class QuizModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<QuizRow>(quiz =>
        {
            quiz.ToTable("quiz");
            quiz.Property(row => row.Id).ValueGeneratedNever();
            quiz.HasOne<UserRow>().WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Cascade);
            quiz.HasMany(row => row.Questions).WithOne().HasForeignKey(row => row.QuizId);
        });
        model.Entity<QuizCoAuthorRow>(share =>
        {
            share.ToTable("quiz_co_author");
            share.HasKey(row => new { row.QuizId, row.UserId });
            share.HasIndex(row => row.UserId);
            share.HasOne<QuizRow>().WithMany().HasForeignKey(row => row.QuizId).OnDelete(DeleteBehavior.Cascade);
            share.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<QuizInvitationRow>(invitation =>
        {
            invitation.ToTable("quiz_invitation");
            invitation.Property(row => row.Id).ValueGeneratedNever();
            invitation.HasIndex(row => row.QuizId);
            invitation.HasIndex(row => row.TokenHash).IsUnique();
            invitation.HasIndex(row => row.ExpiresAt);
            invitation.HasOne<QuizRow>().WithMany().HasForeignKey(row => row.QuizId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<QuestionRow>(question =>
        {
            question.ToTable("question");
            question.Property(row => row.Id).ValueGeneratedNever();
            question.HasIndex(row => new { row.QuizId, row.Order });
            question.HasMany(row => row.Options).WithOne().HasForeignKey(row => row.QuestionId);
        });
        model.Entity<QuestionOptionRow>(option =>
        {
            option.ToTable("question_option");
            option.Property(row => row.Id).ValueGeneratedNever();
            option.HasIndex(row => new { row.QuestionId, row.Order });
            // With the id, so that the key of a question is read from the index alone.
            option.HasIndex(row => new { row.QuestionId, row.Id }).HasFilter("is_correct").HasDatabaseName("ix_question_option_correct");
        });
    }
}
