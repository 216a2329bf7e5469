using Arena.Grains.Configuration;
using Microsoft.Extensions.Options;

namespace Arena.Grains.Names;

/// <summary>Stops the start if the configured list of words cannot be used.</summary>
internal sealed class WordFileValidator : IValidateOptions<GameOptions>
{
    public ValidateOptionsResult Validate(string? name, GameOptions options)
    {
        try
        {
            if (options.WordFile is { } file)
                WordList.ReadFile(file);
            return ValidateOptionsResult.Success;
        }
        catch (Exception unusable) when (unusable is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ValidateOptionsResult.Fail(
                $"{GameOptions.Section}:{nameof(GameOptions.WordFile)} is '{options.WordFile}', but that is no list of words: {unusable.Message}.");
        }
    }
}
