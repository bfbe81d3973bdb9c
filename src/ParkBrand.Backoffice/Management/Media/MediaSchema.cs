using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Schema;
using EditorAliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace ParkBrand.Backoffice.Management.Media;

internal sealed record MediaTypeReference(Guid Id, string Icon, Reference? Collection);

internal sealed record MediaTypeModel(
    Guid Id, string Alias, string Name, string Icon, bool AllowedAsRoot, Reference? Collection,
    IReadOnlyList<PropertyModel> Properties, IReadOnlyList<ContainerModel> Containers, IReadOnlyList<AllowedMediaType> AllowedMediaTypes)
{
    public string? Description { get; }
    public bool VariesByCulture { get; }
    public bool VariesBySegment { get; }
    public bool IsElement { get; }
    public bool IsDeletable { get; }
    public bool AliasCanBeChanged { get; }
    public bool AllowedInLibrary { get; }
    public IReadOnlyList<object> Compositions { get; } = [];
}

internal sealed record AllowedMediaType(Reference MediaType, int SortOrder);

/// <summary>The media types of <c>umbraco.json</c> and the folder, as the client knows them: a file, and a description in each language.</summary>
internal sealed class MediaSchema(ContentSchema content)
{
    // The client has both in its code.
    public static readonly Guid Folder = new("f38bd2d7-65d0-48e6-95dc-87ce06ec2d3d"), ListView = new("3a0156c4-3b8c-4803-bdc1-6871faa83fff");

    public const string FileAlias = "umbracoFile", Image = MediaItem.PictureType;
    private static readonly Guid Cropper = SchemaId.Of("data-type", "media:cropper"), Upload = SchemaId.Of("data-type", "media:upload"), Description = SchemaId.Of("data-type", "media:alt");

    public ContentSchema Content => content;

    public IReadOnlyList<string> Aliases { get; } = [MediaItem.FolderType, .. content.MediaTypes.Select(t => t.Alias)];

    /// <summary>Data types that only media use.</summary>
    public static IReadOnlyList<DataTypeModel> DataTypes(ContentSchema content) =>
    [
        new(Cropper, "Image Cropper", EditorAliases.ImageCropper, "Umb.PropertyEditorUi.ImageCropper", [new("crops", Array.Empty<object>())]),
        new(Upload, "Upload", EditorAliases.UploadField, "Umb.PropertyEditorUi.UploadField",
            [new("fileExtensions", content.MediaTypes.Where(t => t.Alias != Image).SelectMany(t => t.Extensions).ToList())]),
        new(Description, "Alt", EditorAliases.TextBox, "Umb.PropertyEditorUi.TextBox", [new("maxChars", ReadMedia.MaxAlt)]),
        new(ListView, "Media", EditorAliases.ListView, "Umb.PropertyEditorUi.Collection",
        [
            new("pageSize", 50), new("orderBy", "updateDate"), new("orderDirection", "desc"),
            new("layouts", new object[]
            {
                new { name = "#parkbrand_grid", collectionView = "Umb.CollectionView.Media.Grid", icon = "icon-thumbnails-small", isSystem = true, selected = true },
                new { name = "#parkbrand_table", collectionView = "Umb.CollectionView.Media.Table", icon = "icon-list", isSystem = true, selected = true },
            }),
            new("includeProperties", new object[] { new { alias = "updateDate", header = "#content_updateDate", isSystem = true } }),
        ]),
    ];

    public static Guid IdOf(string alias) => alias == MediaItem.FolderType ? Folder : EditorSchema.OfMedia(alias);

    public string? Alias(Guid id) => Aliases.FirstOrDefault(a => IdOf(a) == id);

    public static string Icon(string alias) => alias switch { MediaItem.FolderType => "icon-folder", Image => "icon-picture", _ => "icon-document" };

    public static MediaTypeReference Reference(string alias) => new(IdOf(alias), Icon(alias), Collection(alias));

    private static Reference? Collection(string alias) => alias == MediaItem.FolderType ? new Reference(ListView) : null;

    /// <summary>The alias under which the description in a language stands.</summary>
    public static string AltAlias(Language language) => "alt_" + language.IsoCode.Replace('-', '_');

    public string Name(string alias, Wording wording) => alias == MediaItem.FolderType ? wording.Say("Folder") : content.MediaTypes.First(t => t.Alias == alias).Name;

    public MediaTypeModel Type(string alias, Wording wording)
    {
        var group = SchemaId.Of("container", $"media.{alias}");
        var folder = alias == MediaItem.FolderType;
        return new MediaTypeModel(
            IdOf(alias), folder ? "Folder" : alias, Name(alias, wording), Icon(alias), true, Collection(alias),
            folder ? [] : Properties(alias, group, wording), folder ? [] : [new ContainerModel(group, null, Name(alias, wording), "Group", 0)],
            folder ? [.. Aliases.Select((a, i) => new AllowedMediaType(new(IdOf(a)), i))] : []);
    }

    private List<PropertyModel> Properties(string alias, Guid group, Wording wording)
    {
        var file = Property(FileAlias, wording.Say(alias == Image ? "Picture" : "File"), null, alias == Image ? Cropper : Upload, true, 0);
        return [file, .. content.Languages.Select((l, i) => Property(AltAlias(l), wording.Say("Description ({0})", l.Name), wording.Say("One sentence that says what is to be seen, for people who do not see it."), Description, alias == Image, i + 1))];

        PropertyModel Property(string name, string title, string? description, Guid type, bool mandatory, int sort) => new(
            SchemaId.Of("property", $"media.{alias}.{name}"), new(group), sort, name, title, description, new(type), VariesByCulture: false, new ValidationModel(mandatory, null, null, null));
    }

    public static string EditorOf(string mediaType, string property) => property != FileAlias ? EditorAliases.TextBox : mediaType == Image ? EditorAliases.ImageCropper : EditorAliases.UploadField;
}
