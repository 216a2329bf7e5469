using System.Net;
using System.Text;

namespace Arena.Web.Tests;

/// <summary>Another site, on this machine as browsers guard the network of a machine from pages of elsewhere: a page that frames what its query names.</summary>
internal sealed class FramingSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FramingSite(string origin)
    {
        _listener.Prefixes.Add($"{origin}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public void Dispose()
    {
        _listener.Close();
        _serving.Wait();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                var link = WebUtility.HtmlEncode(context.Request.QueryString["link"]);
                context.Response.ContentType = "text/html";
                context.Response.Close(
                    Encoding.UTF8.GetBytes($"<!doctype html><title>Another site</title><iframe src=\"{link}\" style=\"width: 100%; height: 700px; border: 0\"></iframe>"),
                    willBlock: true);
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
