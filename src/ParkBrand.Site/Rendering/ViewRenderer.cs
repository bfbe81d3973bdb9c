using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.ObjectPool;

namespace ParkBrand.Site.Rendering;

/// <summary>Renders a theme's view to UTF-8.</summary>
internal sealed class ViewRenderer(IRazorViewEngine engine, ITempDataProvider tempData, IModelMetadataProvider metadata)
{
    private readonly ObjectPool<MemoryStream> buffers = ObjectPool.Create(new Buffers());
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<byte[]> Render(HttpContext http, string view, object model)
    {
        var found = engine.GetView(null, $"/Views/{view}.cshtml", isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"The theme has no view {view}. Looked at: {string.Join(", ", found.SearchedLocations)}");
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model };
        var buffer = buffers.Get();
        try
        {
            await using (var writer = new StreamWriter(buffer, Utf8, bufferSize: 2 * 1024, leaveOpen: true))
                await found.View.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(http, tempData), writer, new HtmlHelperOptions()));
            return buffer.ToArray();
        }
        finally
        {
            buffers.Return(buffer);
        }
    }

    /// <summary>A page outgrows 85 KB while it is written, and each such buffer thrown away would bring a full garbage collection nearer.</summary>
    private sealed class Buffers : PooledObjectPolicy<MemoryStream>
    {
        private const int MaxKept = 1024 * 1024;

        public override MemoryStream Create() => new(128 * 1024);

        public override bool Return(MemoryStream buffer)
        {
            buffer.SetLength(0);
            return buffer.Capacity <= MaxKept;
        }
    }
}
