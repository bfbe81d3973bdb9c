using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>All operations on documents.</summary>
internal static class DocumentRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        CompareVersion.Map(api);
        CopyDocumentRoute.Map(api);
        CreateAndPublishDocument.Map(api);
        CreateDocumentRoute.Map(api);
        DeleteDocumentRoute.Map(api);
        DescribeFigure.Map(api);
        GetAuditLog.Map(api);
        GetDocument.Map(api);
        GetDocumentCollection.Map(api);
        GetDocumentConfiguration.Map(api);
        GetDocumentExtras.Map(api);
        GetDocumentItems.Map(api);
        GetDocumentTree.Map(api);
        GetDocumentUrls.Map(api);
        GetDocumentVersions.Map(api);
        GetPreviewUrl.Map(api);
        GetPublishedDocument.Map(api);
        GetRecycleBin.Map(api);
        GetRedirects.Map(api);
        GetReferences.Map(api);
        MoveDocumentRoute.Map(api);
        PublishDocumentRoute.Map(api);
        PublishWithDescendants.Map(api);
        RestoreDocumentRoute.Map(api);
        RollbackDocumentRoute.Map(api);
        SearchDocuments.Map(api);
        SortDocuments.Map(api);
        TrashDocumentRoute.Map(api);
        UnpublishDocumentRoute.Map(api);
        UpdateAndPublishDocument.Map(api);
        UpdateDocument.Map(api);
        ValidateDocument.Map(api);
    }
}
