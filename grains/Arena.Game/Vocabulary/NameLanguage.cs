namespace Arena.Game.Vocabulary;

/// <summary>In which language a name is suggested.</summary>
public enum NameLanguage
{
    En,
    Fr,
    De,
    Es,
}
