namespace ParkBrand.ArchitectureTests;

/// <summary>
/// What each module shows the world. Everything else is internal; a type that is made public is put here on purpose,
/// because from then on others may lean on it.
/// </summary>
public sealed class PublicTypeTests
{
    private static readonly Dictionary<string, string[]> Contract = new()
    {
        ["ParkBrand.Content"] =
        [
            // Wiring
            "ContentModule", "ContentOptions", "ChinaTime",
            // Who acts
            "Access.Actor", "Access.Permissions",
            // Who may act, as stored: accounts, their sessions and one-time tokens
            "Access.Account", "Access.AccountState", "Access.StoredAccounts", "Access.AccountOutcome", "Access.AccountTrail", "Access.AccountEntry", "Access.AccountSession", "Access.AccountSessions",
            "Access.AccountToken", "Access.AccountTokens", "Access.TokenUse", "Access.UnknownNames",
            // Use cases, their requests and their outcome
            "Publishing.CreateDocument", "Publishing.CreateDocument+Command", "Publishing.CreateDocument+Result",
            "Publishing.SaveDocument", "Publishing.SaveDocument+Command", "Publishing.SaveDocument+Result",
            "Publishing.PublishDocument", "Publishing.PublishDocument+Command", "Publishing.PublishDocument+Result",
            "Publishing.UnpublishDocument", "Publishing.UnpublishDocument+Command",
            "Publishing.ScheduleDocument", "Publishing.ScheduleDocument+Command",
            "Publishing.MoveDocument", "Publishing.MoveDocument+Command",
            "Publishing.SortChildren", "Publishing.SortChildren+Command",
            "Publishing.RollbackDocument", "Publishing.RollbackDocument+Command",
            "Publishing.TrashDocument", "Publishing.RestoreDocument", "Publishing.DeleteDocument",
            "Publishing.SaveAndPublish", "Publishing.SaveAndPublish+Command", "Publishing.CreateAndPublish", "Publishing.CreateAndPublish+Command",
            "Publishing.PublishVariants", "Publishing.PublishVariants+Command", "Publishing.PublishVariants+Variant", "Publishing.PublishVariants+Times", "Publishing.PublishTree", "Publishing.PublishTree+Command",
            "Publishing.CopyDocument", "Publishing.CopyDocument+Command", "Publishing.EmptyRecycleBin", "Publishing.CheckDocument",
            "Publishing.DocumentContent", "Publishing.CultureContent",
            "Publishing.Outcome`1", "Publishing.OutcomeStatus", "Values.PropertyProblem", "Values.Sentence", "Values.Sentences", "Values.MarkdownText",
            // What editors read: drafts, versions, the trail
            "Queries.PreviewDraft", "Queries.DraftPreview", "Queries.DraftCity", "Queries.ReadChanges", "Queries.ChangedDocument", "Queries.ReadDrafts", "Queries.ReadRights", "Queries.Draft", "Queries.VersionSummary", "Queries.AuditEntry", "Queries.Usage",
            "Queries.BrowseDocuments", "Queries.BrowseRecycleBin", "Queries.FindDocuments", "Queries.FindDocuments+Question", "Queries.OpenDocument", "Queries.ReadReferences",
            "Queries.ReadRedirects", "Queries.OldAddress", "Queries.ReadTrail", "Queries.TrailEntry", "Queries.Page`1",
            "Queries.DocumentCard", "Queries.VariantCard", "Queries.VariantState", "Queries.OpenedDocument", "Queries.OpenedVariant",
            // Files in and out
            "Import.ImportContent", "Import.ImportContent+Command", "Import.ImportContent+Report", "Import.ExportContent", "Import.FileProblem",
            // What visitors asked in vain
            "Questions.VisitorQuestion", "Questions.QuestionKind", "Questions.KeepQuestions", "Questions.KeepQuestions+Command", "Questions.ReadQuestions", "Questions.ReadQuestions+Query",
            "Questions.ReadQuestions+Result", "Questions.SettleQuestion", "Questions.SettleQuestion+Command",
            // Who is told of what changes, and what is on its way to them
            "Webhooks.Webhook", "Webhooks.WebhookHealth", "Webhooks.WebhookDelivery", "Webhooks.WebhookEvents", "Webhooks.SaveWebhook", "Webhooks.SaveWebhook+Command", "Webhooks.DeleteWebhook",
            "Webhooks.RenewSecret", "Webhooks.ResumeWebhook", "Webhooks.ReplayDelivery", "Webhooks.ReadWebhooks", "Webhooks.CollectEvents", "Webhooks.Outbox", "Webhooks.DueDelivery", "Webhooks.Attempt",
            "Webhooks.ReceiverRules",
            // The media library
            "MediaLibrary.UploadMedia", "MediaLibrary.UploadMedia+Command", "MediaLibrary.SaveMedia", "MediaLibrary.SaveMedia+Command", "MediaLibrary.SaveMedia+NewFile",
            "MediaLibrary.CreateMediaFolder", "MediaLibrary.CreateMediaFolder+Command", "MediaLibrary.MoveMedia", "MediaLibrary.MoveMedia+Command",
            "MediaLibrary.SortMedia", "MediaLibrary.SortMedia+Command", "MediaLibrary.TrashMedia", "MediaLibrary.RestoreMedia", "MediaLibrary.RestoreMedia+Command", "MediaLibrary.DeleteMedia",
            "MediaLibrary.ReadMedia", "MediaLibrary.MediaItem", "MediaLibrary.MediaPage", "MediaLibrary.MediaOrder", "MediaLibrary.MediaUse", "MediaLibrary.IUploadCheck", "MediaLibrary.CheckedFile",
            // The schema
            "Schema.SchemaReader", "Schema.SchemaException", "Schema.SchemaProblem", "Schema.ContentSchema", "Schema.Language", "Schema.DataType", "Schema.ValueKind",
            "Schema.ChoiceItem", "Schema.LocalizedName", "Schema.Property", "Schema.PropertyGroup", "Schema.PropertyHolder", "Schema.DocumentType", "Schema.ElementType",
            "Schema.SchemaId", "Schema.MediaType", "Schema.UserGroup", "Schema.WorkflowDefinition",
            // What the public reads
            "Snapshots.SnapshotSource", "Snapshots.SnapshotChange", "Snapshots.Snapshot", "Snapshots.PathState", "Snapshots.PublishedDocument", "Snapshots.PublishedVariant", "Snapshots.PublishedValues",
            "Snapshots.PublishedMedia", "Snapshots.GeoPosition",
            // Storage as far as a host must know of it
            "Storage.BlobStore", "Storage.S3Options", "Storage.StorageException",
        ],
        ["ParkBrand.Search"] =
        [
            "SearchModule",
            // Asking and what comes back
            "SiteSearch", "SearchRequest", "SearchResults", "SearchHit", "MarkedText", "SearchFacet", "SearchFacetValue", "Suggestion",
            // How words and amounts are read
            "Wording", "Analysis.Measure", "Analysis.Quantity", "Analysis.UnitKind",
            // What every API of the site is made of: how it reads a query, answers and refuses, whom its limit counts, and where the public reaches the site
            "Api.ApiQuery", "Api.ApiAnswer", "Api.ApiProblem", "Api.ApiLimit", "Api.Visitor", "Api.PublicAddress",
            // What somebody needs, and who meets it
            "Matching.NeedField", "Matching.NeedLevel", "Matching.NeedShape", "Matching.Need", "Matching.Needs", "Matching.NeedsReader", "Matching.NeedProblem", "Matching.NeedMistake",
            "Matching.Matcher", "Matching.MatchResult", "Matching.ParkMatch", "Matching.Elimination", "Matching.Rung", "Matching.Finding", "Matching.Step",
        ],
        ["ParkBrand.Assistant"] =
        [
            "AssistantModule",
            // Asking and what comes back
            "Asking.SiteAssistant", "Asking.Inquiry", "Asking.Told", "Asking.Reply", "Asking.Handover", "Asking.AssistantLimits", "Asking.VisitLimit", "Asking.Pace", "Asking.OffSwitch",
            // What visitors think of it
            "Feedback.Verdict", "Feedback.FeedbackBox",
            // How good it is
            "Evaluation.EvaluatedRun", "Evaluation.EvaluatedModel", "Evaluation.Measure",
            "Answering.AnswerStatus", "Answering.Fallback", "Answering.Citation", "Answering.AnswerCard", "Answering.CardFact", "Answering.NeedChip", "Answering.RuledOut",
            // What a machine may ask of what is published
            "Tools.PublishedTools", "Tools.PublishedTool",
            // A language model, as the host connects one
            "LanguageModel.ModelOptions",
        ],
        ["ParkBrand.Delivery"] =
        [
            "DeliveryModule",
            // Open data, for the page that offers them
            "OpenData.OpenDataModule", "OpenData.OpenDataSource", "OpenData.DataSet", "OpenData.DataField", "OpenData.DataKind", "OpenData.DataFormat", "OpenData.DataFile",
        ],
        ["ParkBrand.Media"] =
        [
            "MediaModule", "MediaOptions",
            // What the host gives it
            "Derivatives.IOriginals", "Derivatives.Original",
            // What may be uploaded
            "Upload.UploadCheck", "Upload.CheckedUpload", "Upload.UploadProblem",
        ],
        ["ParkBrand.Backoffice"] = ["BackofficeModule"],
        ["ParkBrand.Site"] =
        [
            "SiteModule",
            // What a theme is and what it is given
            "Rendering.Theme", "Rendering.ThemeAssets", "Rendering.ThemeAssets+Asset", "Rendering.Texts", "Rendering.RichText", "Rendering.PageContext", "Rendering.QueryValues",
            // The models of the views
            "Pages.Page", "Pages.DocumentPage", "Pages.Crumb", "Pages.HomePage", "Pages.ParkPage", "Pages.RecordPage", "Pages.FeaturePage", "Pages.ArticlePage",
            "Pages.ProgressPage", "Pages.MessagePage", "Pages.Freshness", "Pages.ParkRecords", "Pages.RentRange", "Pages.Parks",
            "Lists.FilteredPage", "Lists.ListPage", "Lists.Facet", "Lists.FacetValue", "Lists.SortOption",
            "Previewing.PreviewFrame", "Searching.SearchPage", "Searching.SearchTab",
            "Assisting.AssistantPage", "Assisting.QualityPage", "Assisting.AssistantTurn", "Assisting.Dialogue",
            "StructuredData.PageGraph", "OpenData.OpenDataPage", "OpenData.DataTable", "OpenData.DataDownload", "Feeds.FeedLink",
            "Finder.FinderPage", "Finder.HeatLayer", "Finder.DistrictFigures", "Finder.ParkFigures", "Finder.MapTiles",
        ],
        ["ParkBrand.Themes.Kunshan"] =
        [
            "KunshanTheme",
            // Views are compiled outside the namespace and derive from or call these
            "ThemePage`1", "PictureShape", "Drawing.CityMap", "Drawing.CityMap+Options", "Drawing.CityMap+Shades",
        ],
        ["parkbrand"] = [],
    };

    public static TheoryData<string> Names => new(Contract.Keys);

    [Theory, MemberData(nameof(Names))]
    public void Only_the_contract_is_public(string module)
    {
        var root = module == "parkbrand" ? "ParkBrand.Web." : module + ".";
        var shown = ModuleTests.Modules[module].GetExportedTypes().Select(t => t.FullName!)
            .Where(n => n != "Program" && !n.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal)) // made by the compiler for the program and the views
            .Select(n => n.StartsWith(root, StringComparison.Ordinal) ? n[root.Length..] : n).ToList();
        Assert.Empty(shown.Except(Contract[module]).Select(t => $"{t} is public but not in the contract"));
        Assert.Empty(Contract[module].Except(shown).Select(t => $"{t} is in the contract but not public"));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_class_that_nobody_derives_from_is_sealed(string module)
    {
        var types = ModuleTests.Own(ModuleTests.Modules[module]).Where(t => t.IsClass).ToList();
        var open = types.Where(t => !t.IsSealed && !t.IsAbstract && types.All(d => d.BaseType != t && d.BaseType?.Name != t.Name)).Where(t => t.FullName != "Program");
        Assert.Empty(open.Select(t => t.FullName));
    }
}
