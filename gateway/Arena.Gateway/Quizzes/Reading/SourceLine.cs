namespace Arena.Gateway.Quizzes.Reading;

/// <summary>A line of a text file, decoded, without its line end.</summary>
internal readonly record struct SourceLine(int Number, string Text, LineEncoding Encoding);
