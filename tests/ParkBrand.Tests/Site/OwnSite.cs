using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>Tests that change the city: each has a running site of its own, whose index is made.</summary>
public abstract class OwnSite : IAsyncLifetime
{
    private protected readonly RunningSite site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.Indexed();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
