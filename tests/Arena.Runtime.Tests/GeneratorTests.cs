using System.Globalization;
using Arena.Runtime.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arena.Runtime.Tests;

public sealed class GeneratorTests
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "Arena.Runtime.dll" or "netstandard.dll" or "System.Runtime.dll"
                or "System.Private.CoreLib.dll" or "System.Collections.dll" or "System.Collections.Immutable.dll" or "System.Memory.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [InlineData("ARENA001", "public interface IBad : IGrainWithStringKey { string Say(); }")]
    [InlineData("ARENA001", "public interface IBad : IGrainWithStringKey { void Say(); }")]
    [InlineData("ARENA002", "public interface IBad : IGrainWithStringKey { Task Say(ref int number); }")]
    [InlineData("ARENA002", "public interface IBad : IGrainWithStringKey { Task Say(System.ReadOnlySpan<byte> bytes); }")]
    [InlineData("ARENA003", "public interface IBad : IGrainWithStringKey { Task Say<T>(T value); }")]
    [InlineData("ARENA003", "public interface IBad<T> : IGrainWithStringKey { Task Say(T value); }")]
    [InlineData("ARENA003", "public class BadGrain<T> : Grain;")]
    [InlineData("ARENA004", "public interface IBad : IGrainWithStringKey { int Count { get; } }")]
    [InlineData("ARENA004", "public interface IBad : IGrainWithStringKey { event System.Action Rang; }")]
    [InlineData("ARENA005", "public class Outer { private interface IBad : IGrainWithStringKey { Task Say(); } }")]
    [InlineData("ARENA005", "file interface IBad : IGrainWithStringKey { Task Say(); }")]
    [InlineData("ARENA006", "public interface IBad : IGrainObserver { Task Heard(); }")]
    [InlineData("ARENA007", "public interface IBad : IGrainWithStringKey { [OneWay] Task<int> Say(); }")]
    [InlineData("ARENA008", "public interface IBad : IGrainWithStringKey { [Id(1)] Task A(); [Id(1)] Task B(); }")]
    [InlineData("ARENA009", "public interface IBad : IGrainWithStringKey { Task Say(CancellationToken token, int number); }")]
    [InlineData("ARENA010", "public interface IBad : IGrainWithStringKey { [ResponseTimeout(\"soon\")] Task Say(); }")]
    [InlineData("ARENA011", "public interface IBad : IGrainWithStringKey { Task Say(object what); }")]
    [InlineData("ARENA011", "public interface IBad : IGrainWithStringKey { Task<System.Uri> Say(); }")]
    [InlineData("ARENA011", "public interface IBad : IGrainWithStringKey { Task Say(int[,] grid); }")]
    [InlineData("ARENA011", "public interface IBad : IGrainWithStringKey { Task Say(System.Collections.Generic.List<(int, dynamic)> what); }")]
    [InlineData("ARENA011", "public interface IBad : IGrainWithStringKey { Task Say(System.Collections.Generic.Dictionary<int[], int> what); }")]
    [InlineData("ARENA011", "public interface IBad : IGrainWithStringKey { Task Say(IGrainObserver anyone); }")]
    [InlineData("ARENA011", "public record Plain(int A); public interface IBad : IGrainWithStringKey { Task Say(Plain what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public record Lossy(int A); public interface IBad : IGrainWithStringKey { Task Say(Lossy what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public class Twice { [Id(0)] public int A; [Id(0)] public int B; } "
        + "public interface IBad : IGrainWithStringKey { Task Say(Twice what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public class Fixed { [Id(0)] public int A { get; } } "
        + "public interface IBad : IGrainWithStringKey { Task Say(Fixed what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public class Closed { private Closed() { } } "
        + "public interface IBad : IGrainWithStringKey { Task Say(Closed what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public class Secret { [Id(0)] private int _a; public int A => _a; } "
        + "public interface IBad : IGrainWithStringKey { Task Say(Secret what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public abstract record Shape; public interface IBad : IGrainWithStringKey { Task Say(Shape what); }")]
    [InlineData("ARENA011", "[GenerateSerializer] public record Deep([property: Id(0)] object What); "
        + "public interface IBad : IGrainWithStringKey { Task<System.Collections.Generic.List<Deep?>?> Say(); }")]
    public void What_cannot_be_supported_is_an_error_where_it_stands(string id, string source)
    {
        var (_, diagnostics) = Generate(source);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("Test.cs", diagnostic.Location.GetLineSpan().Path);
    }

    [Fact]
    public void Supported_shapes_compile_without_a_warning()
    {
        var (compilation, diagnostics) = Generate("""
            namespace Shapes
            {
                [GenerateSerializer] public record Outcome<T>([property: Id(0)] T? Value);
                public class Container
                {
                    public interface INested : IGrainWithStringKey
                    {
                        Task<Outcome<System.Collections.Immutable.ImmutableArray<string?>>> Nested(string? maybe, int[]? numbers, (int A, string B) pair);
                        ValueTask Nothing();
                        ValueTask<int?> Maybe(CancellationToken cancellationToken = default);
                    }
                }
                public interface IBase : IGrainWithStringKey { Task Common(int number); }
                public interface IDerived : IBase { Task<string> Common(string @event); [OneWay] ValueTask Push(byte[] bytes); }
                public interface IWatcher : IGrainObserver { void Saw(IDerived what); [OneWay] Task SawMore(Outcome<int> what); }
                [Alias("derived")]
                public partial class DerivedGrain : Grain, IDerived
                {
                    public Task Common(int number) => Task.CompletedTask;
                    public Task<string> Common(string @event) => Task.FromResult(@event);
                    public ValueTask Push(byte[] bytes) => default;
                }
                public partial class DerivedGrain : Grain;
            }
            """);
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void What_cannot_be_sent_is_named_with_the_way_to_it()
    {
        var (_, diagnostics) = Generate("""
            [GenerateSerializer] public record Deep([property: Id(0)] object What);
            public interface IBad : IGrainWithStringKey { Task Good(int number); Task<System.Collections.Generic.List<Deep?>?> Say(); }
            """);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(1, diagnostic.Location.GetLineSpan().StartLinePosition.Line - 1);
        Assert.Contains("Deep.What is object, which has no serialiser", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Types_and_members_with_names_of_the_language_and_references_of_other_assemblies_compile()
    {
        var (compilation, diagnostics) = Generate("""
            namespace @class
            {
                [GenerateSerializer] public record struct @event([property: Id(0)] int @int, [property: Id(1)] string? writer, [property: Id(2)] @event[]? value);
                [GenerateSerializer] public class Settings { [Id(0)] public @event @new { get; set; } [Id(1)] public required int reader; }
                public interface ITalk : IGrainWithStringKey { Task<Settings> Say(@event id, @event? @switch, Settings result, ITalk field0, (int count, string items) i); }
            }
            """);
        Assert.Empty(diagnostics);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void Methods_with_the_same_key_on_the_wire_stop_the_start()
    {
        var (compilation, diagnostics) = Generate("""
            [Alias("same")] public interface IOne : IGrainWithStringKey { Task Say(int number); }
            [Alias("same")] public interface ITwo : IGrainWithStringKey { Task Say(int number); }
            """);
        Assert.Empty(diagnostics);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var fault = Assert.Throws<GrainEngineConfigurationException>(() => new ManifestIndex([System.Reflection.Assembly.Load(image.ToArray())]));
        Assert.Contains("IOne.Say and ITwo.Say", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[Alias]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compilation_without_grains_gets_no_code()
    {
        var (compilation, diagnostics) = Generate("public class Plain;");
        Assert.Empty(diagnostics);
        Assert.Single(compilation.SyntaxTrees);
    }

    [Fact]
    public void Method_numbers_depend_on_the_name_and_the_parameters_and_not_on_the_order_or_a_token()
    {
        var before = Numbers("Task A(int number); Task B(string text);");
        var after = Numbers("Task C(); Task B(string text, CancellationToken token); Task A(int renamed);");
        Assert.Equal(2, before.Intersect(after).Count());
        Assert.Empty(before.Intersect(Numbers("Task A(long number); Task D(string text);")));
        Assert.Equal(Numbers("[Alias(\"old\")] Task Renamed(int number);"), Numbers("[Alias(\"old\")] Task Again(int number);"));
    }

    [Fact]
    public void An_edit_elsewhere_generates_nothing_anew()
    {
        var compilation = Compile("public interface IGood : IGrainWithStringKey { Task Say(); }");
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new GrainGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public class Elsewhere;")));
        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.True(
            output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
            $"{output.Reason}"));
    }

    private static HashSet<string> Numbers(string members)
    {
        var (compilation, _) = Generate($"public interface INumbered : IGrainWithStringKey {{ {members} }}");
        var code = string.Join('\n', compilation.SyntaxTrees.Skip(1).Select(tree => tree.ToString()));
        return [.. System.Text.RegularExpressions.Regex.Matches(code, "0x[0-9A-F]{8}u").Select(match => match.Value)];
    }

    private static (Compilation Compilation, IReadOnlyList<Diagnostic> Diagnostics) Generate(string source)
    {
        CSharpGeneratorDriver.Create(new GrainGenerator())
            .RunGeneratorsAndUpdateCompilation(Compile(source), out var output, out var diagnostics);
        return (output, diagnostics);
    }

    private static CSharpCompilation Compile(string source)
    {
        const string Usings = "global using Arena.Runtime; global using System.Threading; global using System.Threading.Tasks;\n";
        return CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(Usings + source, path: "Test.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
