using System.Net.Http.Json;
using System.Text.Json;
using NetVips;

namespace Arena.Load.Media;

/// <summary>A picture that does not compress well, as an author uploads it.</summary>
internal static class LargePicture
{
    private const int Side = 1_280;
    private const double Mean = 128;

    /// <summary>Uploads one.</summary>
    /// <param name="author">The author's side of the interface.</param>
    /// <param name="contrast">The more, the more bytes it takes.</param>
    /// <returns>Its name.</returns>
    public static async Task<string> UploadAsync(HttpClient author, double contrast)
    {
        using var noise = Image.Gaussnoise(Side, Side, sigma: contrast, mean: Mean).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        using var file = new ByteArrayContent(noise.PngsaveBuffer());
        using var stored = await author.PostAsync(new Uri("/api/media", UriKind.Relative), file);
        return (await stored.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString()!;
    }
}
