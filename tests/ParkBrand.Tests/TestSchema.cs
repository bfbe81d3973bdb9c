using ParkBrand.Content.Schema;

namespace ParkBrand.Tests;

/// <summary>A city in small: every kind of value, a route through the parent, expiry, blocks, references.</summary>
internal static class TestSchema
{
    public static ContentSchema Read() => SchemaReader.Read(Json);

    public const string Json = """
        {
          "languages": [
            { "isoCode": "zh-CN", "name": "简体中文", "default": true, "urlPrefix": "" },
            { "isoCode": "en-US", "name": "English", "urlPrefix": "/en", "fallback": "zh-CN" }
          ],
          "dataTypes": [
            { "alias": "text", "name": "文字", "editor": "Umbraco.TextBox", "value": "text", "maxLength": 200 },
            { "alias": "code", "name": "代码", "editor": "Umbraco.TextBox", "value": "text", "maxLength": 20, "pattern": "^[A-Z]+-[0-9]+$" },
            { "alias": "markdown", "name": "正文", "editor": "Umbraco.MarkdownEditor", "value": "markdown" },
            { "alias": "integer", "name": "整数", "editor": "Umbraco.Integer", "value": "integer" },
            { "alias": "decimal", "name": "小数", "editor": "Umbraco.Decimal", "value": "decimal" },
            { "alias": "date", "name": "日期", "editor": "Umbraco.DateTime", "value": "date" },
            { "alias": "toggle", "name": "是否", "editor": "Umbraco.TrueFalse", "value": "boolean" },
            { "alias": "tags", "name": "标签", "editor": "Umbraco.MultipleTextstring", "value": "texts", "maxItems": 5, "maxLength": 60 },
            { "alias": "position", "name": "位置", "editor": "ParkBrand.GeoPosition", "value": "position" },
            { "alias": "image", "name": "图片", "editor": "Umbraco.MediaPicker3", "value": "media", "accept": ["image"] },
            { "alias": "images", "name": "图集", "editor": "Umbraco.MediaPicker3", "value": "medias", "accept": ["image", "file"], "maxItems": 3 },
            { "alias": "sectorPicker", "name": "选产业", "editor": "Umbraco.MultiNodeTreePicker", "value": "document", "accept": ["sector"] },
            { "alias": "placesPicker", "name": "选地方", "editor": "Umbraco.MultiNodeTreePicker", "value": "documents", "accept": ["park", "space"], "maxItems": 4 },
            { "alias": "kind", "name": "类型", "editor": "Umbraco.DropDown.Flexible", "value": "choice", "items": [
              { "value": "factory", "name": { "zh-CN": "厂房", "en-US": "Factory" } },
              { "value": "lab", "name": { "zh-CN": "实验室", "en-US": "Lab" } } ] },
            { "alias": "facilities", "name": "配套", "editor": "Umbraco.CheckBoxList", "value": "choices", "items": [
              { "value": "canteen", "name": { "zh-CN": "食堂", "en-US": "Canteen" } },
              { "value": "gym", "name": { "zh-CN": "健身房", "en-US": "Gym" } } ] },
            { "alias": "article", "name": "稿件", "editor": "Umbraco.BlockList", "value": "blocks", "accept": ["text", "quote", "card"], "maxItems": 6 }
          ],
          "elementTypes": [
            { "alias": "text", "name": "文字", "properties": [
              { "alias": "text", "name": { "zh-CN": "正文", "en-US": "Text" }, "dataType": "markdown", "required": true } ] },
            { "alias": "quote", "name": "引语", "properties": [
              { "alias": "text", "name": { "zh-CN": "引语", "en-US": "Quote" }, "dataType": "text", "required": true },
              { "alias": "who", "name": { "zh-CN": "说话人", "en-US": "Who" }, "dataType": "text", "required": true },
              { "alias": "year", "name": { "zh-CN": "年份", "en-US": "Year" }, "dataType": "integer", "min": 1900, "max": 2100 } ] },
            { "alias": "card", "name": "卡片", "properties": [
              { "alias": "sector", "name": { "zh-CN": "产业", "en-US": "Sector" }, "dataType": "sectorPicker" },
              { "alias": "image", "name": { "zh-CN": "图片", "en-US": "Image" }, "dataType": "image" } ] }
          ],
          "compositions": [
            { "alias": "confirmed", "name": "确认", "groups": [ { "name": "登记", "properties": [
              { "alias": "confirmedOn", "name": { "zh-CN": "确认日期", "en-US": "Confirmed" }, "dataType": "date" } ] } ] }
          ],
          "documentTypes": [
            { "alias": "list", "name": "栏目", "allowedAtRoot": true, "route": "/{slug}", "allowedChildren": ["park", "feature"], "workflow": "direct", "groups": [
              { "name": "栏目", "properties": [
                { "alias": "summary", "name": { "zh-CN": "摘要", "en-US": "Summary" }, "dataType": "text", "variant": true } ] } ] },
            { "alias": "sector", "name": "产业", "allowedAtRoot": true, "route": "/sectors/{slug}", "folder": "sectors", "allowedChildren": [], "workflow": "direct", "groups": [
              { "name": "产业", "properties": [
                { "alias": "summary", "name": { "zh-CN": "摘要", "en-US": "Summary" }, "dataType": "text", "variant": true } ] } ] },
            { "alias": "park", "name": "园区", "allowedAtRoot": true, "route": "/parks/{slug}", "allowedChildren": ["space", "feature"], "workflow": "direct", "compositions": ["confirmed"], "groups": [
              { "name": "园区", "properties": [
                { "alias": "area", "name": { "zh-CN": "面积", "en-US": "Area" }, "dataType": "decimal", "required": true, "min": 0, "max": 1000, "unit": "亩" },
                { "alias": "sector", "name": { "zh-CN": "产业", "en-US": "Sector" }, "dataType": "sectorPicker" },
                { "alias": "cover", "name": { "zh-CN": "题图", "en-US": "Cover" }, "dataType": "image" },
                { "alias": "facilities", "name": { "zh-CN": "配套", "en-US": "Facilities" }, "dataType": "facilities" },
                { "alias": "summary", "name": { "zh-CN": "摘要", "en-US": "Summary" }, "dataType": "text", "variant": true, "required": true } ] } ] },
            { "alias": "space", "name": "空间", "route": "/parks/{parent}/spaces/{slug}", "folder": "spaces", "expires": "validUntil", "allowedChildren": [], "workflow": "direct", "groups": [
              { "name": "空间", "properties": [
                { "alias": "kind", "name": { "zh-CN": "类型", "en-US": "Kind" }, "dataType": "kind", "required": true },
                { "alias": "validUntil", "name": { "zh-CN": "有效期", "en-US": "Until" }, "dataType": "date" },
                { "alias": "text", "name": { "zh-CN": "介绍", "en-US": "Text" }, "dataType": "text", "variant": true } ] } ] },
            { "alias": "feature", "name": "故事", "allowedAtRoot": true, "route": "/features/{slug}", "folder": "features", "orderBy": "publishedOn", "body": "body", "allowedChildren": [], "workflow": "direct", "groups": [
              { "name": "稿件", "properties": [
                { "alias": "publishedOn", "name": { "zh-CN": "刊发", "en-US": "On" }, "dataType": "date" },
                { "alias": "places", "name": { "zh-CN": "地方", "en-US": "Places" }, "dataType": "placesPicker" },
                { "alias": "body", "name": { "zh-CN": "正文", "en-US": "Body" }, "dataType": "article", "variant": true } ] } ] },
            { "alias": "everything", "name": "万有", "allowedAtRoot": true, "allowedChildren": ["everything"], "workflow": "direct", "body": "markdown", "groups": [
              { "name": "万有", "properties": [
                { "alias": "text", "name": { "zh-CN": "文", "en-US": "Text" }, "dataType": "text" },
                { "alias": "code", "name": { "zh-CN": "码", "en-US": "Code" }, "dataType": "code" },
                { "alias": "integer", "name": { "zh-CN": "整", "en-US": "Integer" }, "dataType": "integer", "min": -100, "max": 100 },
                { "alias": "decimal", "name": { "zh-CN": "小", "en-US": "Decimal" }, "dataType": "decimal" },
                { "alias": "date", "name": { "zh-CN": "日", "en-US": "Date" }, "dataType": "date" },
                { "alias": "toggle", "name": { "zh-CN": "是", "en-US": "Toggle" }, "dataType": "toggle" },
                { "alias": "choice", "name": { "zh-CN": "选", "en-US": "Choice" }, "dataType": "kind" },
                { "alias": "choices", "name": { "zh-CN": "多选", "en-US": "Choices" }, "dataType": "facilities" },
                { "alias": "tags", "name": { "zh-CN": "签", "en-US": "Tags" }, "dataType": "tags" },
                { "alias": "position", "name": { "zh-CN": "位", "en-US": "Position" }, "dataType": "position" },
                { "alias": "image", "name": { "zh-CN": "图", "en-US": "Image" }, "dataType": "image" },
                { "alias": "images", "name": { "zh-CN": "图集", "en-US": "Images" }, "dataType": "images" },
                { "alias": "sector", "name": { "zh-CN": "业", "en-US": "Sector" }, "dataType": "sectorPicker" },
                { "alias": "places", "name": { "zh-CN": "地", "en-US": "Places" }, "dataType": "placesPicker" },
                { "alias": "blocks", "name": { "zh-CN": "块", "en-US": "Blocks" }, "dataType": "article" },
                { "alias": "markdown", "name": { "zh-CN": "长文", "en-US": "Markdown" }, "dataType": "markdown", "variant": true },
                { "alias": "words", "name": { "zh-CN": "词", "en-US": "Words" }, "dataType": "tags", "variant": true },
                { "alias": "body", "name": { "zh-CN": "正文", "en-US": "Body" }, "dataType": "article", "variant": true } ] } ] }
          ],
          "mediaTypes": [
            { "alias": "image", "name": "图片", "extensions": ["svg", "png"], "maxBytes": 100000 },
            { "alias": "file", "name": "文件", "extensions": ["pdf"], "maxBytes": 100 }
          ],
          "userGroups": [
            { "alias": "administrator", "name": "管理员", "permissions": ["read", "create", "edit", "publish", "unpublish", "move", "sort", "delete", "rollback"] },
            { "alias": "operator", "name": "园区运营", "permissions": ["read", "create", "edit", "publish", "unpublish", "move", "sort", "delete", "rollback"], "types": ["space", "feature"], "ownStartNode": true },
            { "alias": "author", "name": "作者", "permissions": ["read", "create", "edit"] },
            { "alias": "reader", "name": "只读", "permissions": ["read"] }
          ],
          "workflows": [ { "alias": "direct", "name": "直接发布", "reviews": 0, "proofreads": 0 } ]
        }
        """;
}
