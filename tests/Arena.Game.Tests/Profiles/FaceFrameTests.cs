using Arena.Game.Profiles;
using Arena.Game.Vocabulary;

namespace Arena.Game.Tests.Profiles;

public sealed class FaceFrameTests
{
    [Fact]
    public void Levels_unlock_frames_in_order_and_a_face_loses_one_that_is_locked()
    {
        Assert.Equal(FaceFrames.Levels.Order(), FaceFrames.Levels);
        Assert.Equal(FaceFrames.Levels.Length, FaceFrames.Of(GameLimits.Faces - 1));
        Assert.Equal((0, 1, FaceFrames.Levels.Length), (FaceFrames.BestOf(1), FaceFrames.BestOf(FaceFrames.Levels[0]), FaceFrames.BestOf(Experience.MaxLevel)));
        Assert.Equal((7, 7 + GameLimits.PlainFaces, 7, null), (
            FaceFrames.Allowed(7, 0), FaceFrames.Allowed(7 + GameLimits.PlainFaces, 1), FaceFrames.Allowed(7 + (2 * GameLimits.PlainFaces), 1), FaceFrames.Allowed(null, 0)));
    }
}
