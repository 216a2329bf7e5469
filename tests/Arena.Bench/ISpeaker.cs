namespace Arena.Bench;

/// <summary>The call that is measured.</summary>
public interface ISpeaker : IGrainWithStringKey
{
    /// <summary>Answers the message.</summary>
    Task<string> Say(string text);
}
