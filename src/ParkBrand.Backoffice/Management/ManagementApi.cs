using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Client;
using ParkBrand.Backoffice.Management.Boot;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Events;
using ParkBrand.Backoffice.Management.Media;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Questions;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Webhooks;
using ParkBrand.Content.Storage;

namespace ParkBrand.Backoffice.Management;

/// <summary>The routes that the backoffice client calls. Each operation is one file that maps itself.</summary>
internal static class ManagementApi
{
    public const string Root = "/umbraco/management/api/v1";
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app, ClientBundle? client)
    {
        BootRoutes.MapOpen(app.MapGroup(Root), client);

        var api = Group(app, Root);
        BootRoutes.MapSignedIn(api);
        SchemaRoutes.Map(api);
        DocumentRoutes.Map(api);
        ServerEventHub.Map(app);
        MediaRoutes.Map(api);
        QuestionRoutes.Map(api);
        WebhookRoutes.Map(api);
        // The client asks for this one operation in a newer version of the interface.
        ValidateDocument.MapExisting(Group(app, Root + ".1"));
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder app, string root)
    {
        var api = app.MapGroup(root);
        // Whoever is not signed in learns nothing, not even which routes there are.
        api.AddEndpointFilter(async (call, next) => Editor.Of(call.HttpContext) is null ? Results.StatusCode(StatusCodes.Status401Unauthorized) : await next(call));
        api.AddEndpointFilter(async (call, next) =>
        {
            if (call.Arguments.OfType<IRefusedBody>().FirstOrDefault(b => b.Problem is not null) is { } refused)
                return refused.Problem;
            try
            {
                return await next(call);
            }
            catch (StorageException e)
            {
                return Answer.Unavailable(call.HttpContext, e.Message);
            }
        });
        return api;
    }
}
