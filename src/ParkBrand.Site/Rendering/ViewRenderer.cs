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
    private readonly ObjectPool<Utf8Writer> writers = ObjectPool.Create(new Writers());

    public async Task<byte[]> Render(HttpContext http, string view, object model)
    {
        var found = engine.GetView(null, $"/Views/{view}.cshtml", isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"The theme has no view {view}. Looked at: {string.Join(", ", found.SearchedLocations)}");
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model };
        var writer = writers.Get();
        try
        {
            await found.View.RenderAsync(new ViewContext(action, found.View, data, new TempDataDictionary(http, tempData), writer, new HtmlHelperOptions()));
            return writer.ToArray();
        }
        finally
        {
            writers.Return(writer);
        }
    }

    /// <summary>A page outgrows 85 KB while it is written, and each such buffer thrown away would bring a full garbage collection nearer.</summary>
    private sealed class Writers : PooledObjectPolicy<Utf8Writer>
    {
        private const int MaxKept = 1024 * 1024;

        public override Utf8Writer Create() => new();

        public override bool Return(Utf8Writer writer)
        {
            writer.Clear();
            return writer.Capacity <= MaxKept;
        }
    }
}
