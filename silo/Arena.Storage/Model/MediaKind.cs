namespace Arena.Storage.Model;

/// <summary>What a medium is to those who see or hear it.</summary>
public enum MediaKind
{
    Picture,
    Audio,
    Video,
}
