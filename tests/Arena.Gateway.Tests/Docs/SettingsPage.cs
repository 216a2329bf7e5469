using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Arena.Gateway.Tests.Docs;

/// <summary>Writes docs/operate/settings.md from the options classes: keys, defaults, ranges, and the summaries of their properties.</summary>
internal static partial class SettingsPage
{
    /// <summary>The options classes, by the section that each is bound to.</summary>
    private static readonly (string Section, Type Options)[] Sections =
    [
        .. Product.Assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Section: SectionOf(type), Options: type))
            .Where(bound => bound.Section is not null)
            .OrderBy(bound => bound.Section, StringComparer.Ordinal)
            .Select(bound => (bound.Section!, bound.Options)),
    ];

    /// <summary>Every key.</summary>
    public static HashSet<string> Keys => [.. Sections.SelectMany(bound => Settable(bound.Options).Select(property => $"{bound.Section}:{property.Name}"))];

    /// <summary>Whether a key is in one of the sections.</summary>
    public static bool IsCovered(string key) => Sections.Any(bound => key.StartsWith(bound.Section + ":", StringComparison.Ordinal));

    public static string Write()
    {
        var page = new StringBuilder(
            """
            # Settings

            All keys, with their defaults and ranges: written from the options classes, and checked by a test. [Configure](configuration.md) says how
            to set a key, and explains those that an operator is most likely to need.

            """);
        foreach (var (section, options) in Sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {section}\n\n| key | default | range | meaning |\n|---|---|---|---|\n");
            var defaults = Activator.CreateInstance(options)!;
            foreach (var property in Settable(options))
                page.Append(CultureInfo.InvariantCulture, $"| {Key(property)} | {Default(property.GetValue(defaults))} | {Range(property)} | {Summary(property)} |\n");
        }
        return page.ToString();
    }

    private static string? SectionOf(Type type) =>
        type.IsClass && !type.IsAbstract && type.Name.EndsWith("Options", StringComparison.Ordinal)
            ? type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
            : null;

    private static IEnumerable<PropertyInfo> Settable(Type options) =>
        options.GetProperties().Where(property => property.SetMethod?.IsPublic == true || IsList(property));

    private static bool IsList(PropertyInfo property) => typeof(ICollection<string>).IsAssignableFrom(property.PropertyType);

    private static string Key(PropertyInfo property) => IsList(property) ? $"`{property.Name}:0` …" : $"`{property.Name}`";

    private static string Default(object? value) => value switch
    {
        null or "" or System.Collections.ICollection => "none",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"`{value}`",
    };

    private static string Range(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}")
        : "";

    /// <summary>The summary of the property's documentation, on one line.</summary>
    private static string Summary(PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        var documentation = XDocument.Load(Path.ChangeExtension(declaring.Assembly.Location, ".xml"));
        var name = $"P:{declaring.FullName!.Replace('+', '.')}.{property.Name}";
        var summary = documentation.Descendants("member").FirstOrDefault(member => member.Attribute("name")?.Value == name)?.Element("summary")
            ?? throw new InvalidOperationException($"{name} has no summary for the page of settings.");
        return Space().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{(see.Attribute("cref") ?? see.Attribute("langword"))!.Value.Split('.')[^1]}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
