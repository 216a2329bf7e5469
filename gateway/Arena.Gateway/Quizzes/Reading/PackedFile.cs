namespace Arena.Gateway.Quizzes.Reading;

/// <summary>A file that came with a quiz, to become a medium. It can be opened as long as what was sent is there.</summary>
/// <param name="Id">What a draft names it by until it has the name of its content: 32 hexadecimal digits.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Bytes">How many it is said to have.</param>
/// <param name="OpenAsync">Opens it; an <see cref="InvalidDataException"/> says that it is damaged.</param>
internal sealed record PackedFile(string Id, string Name, long Bytes, Func<CancellationToken, Task<Stream>> OpenAsync);
