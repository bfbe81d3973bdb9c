using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Delivery.ContentApi.Describing;
using ParkBrand.Delivery.ContentApi.Sending;

namespace ParkBrand.Delivery.ContentApi;

internal static class ContentApiModule
{
    public static IServiceCollection AddContentApi(this IServiceCollection services, string? apiKey) =>
        services.AddSingleton(new ApiKey(apiKey)).AddSingleton<AnswerCache>().AddSingleton<ContentList>().AddSingleton<ApiDescription>().AddSingleton<DeliveryDesk>();
}
