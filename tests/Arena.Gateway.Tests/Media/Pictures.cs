using NetVips;

namespace Arena.Gateway.Tests.Media;

/// <summary>Pictures of any size and format, made for a test.</summary>
internal static class Pictures
{
    /// <summary>A red left half and a blue right half.</summary>
    public static byte[] Halves(int width, int height, string format, Action<MutableImage>? metadata = null)
    {
        using var red = (Image.Black(width / 2, height, bands: 3) + new double[] { 250, 10, 10 }).Cast(Enums.BandFormat.Uchar);
        using var blue = (Image.Black(width - (width / 2), height, bands: 3) + new double[] { 10, 10, 250 }).Cast(Enums.BandFormat.Uchar);
        using var both = red.Join(blue, Enums.Direction.Horizontal).Copy(interpretation: Enums.Interpretation.Srgb);
        using var picture = metadata is null ? both : both.Mutate(metadata);
        return picture.WriteToBuffer(format);
    }

    /// <summary>Two pictures one after the other.</summary>
    public static byte[] Animation(int width, int height)
    {
        using var first = (Image.Black(width, height, bands: 3) + new double[] { 250, 10, 10 }).Cast(Enums.BandFormat.Uchar);
        using var second = (Image.Black(width, height, bands: 3) + new double[] { 10, 10, 250 }).Cast(Enums.BandFormat.Uchar);
        using var both = first.Join(second, Enums.Direction.Vertical).Copy(interpretation: Enums.Interpretation.Srgb);
        using var paged = both.Mutate(image => image.Set(GValue.GIntType, "page-height", height));
        return paged.GifsaveBuffer();
    }

    /// <summary>The colour at a place, as red, green and blue.</summary>
    public static double[] At(byte[] picture, int x, int y)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.Getpoint(x, y);
    }

    public static (int Width, int Height) Size(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return (image.Width, image.Height);
    }

    public static string[] Fields(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.GetFields();
    }
}
