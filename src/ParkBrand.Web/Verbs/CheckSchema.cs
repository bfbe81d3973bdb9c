using ParkBrand.Content.Schema;

namespace ParkBrand.Web.Verbs;

internal static class CheckSchema
{
    public static Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--schema"]) is not { } options)
            return Task.FromResult(2);
        try
        {
            var schema = SchemaReader.ReadFile(options.SchemaFile);
            Console.WriteLine($"{Path.GetFileName(options.SchemaFile)}: {schema.DocumentTypes.Count} document types, {schema.ElementTypes.Count} element types, "
                + $"{schema.DataTypes.Count} data types, {schema.Languages.Count} languages. No mistakes.");
            return Task.FromResult(0);
        }
        catch (SchemaException e)
        {
            Console.Error.WriteLine(e.Message);
            return Task.FromResult(1);
        }
    }
}
