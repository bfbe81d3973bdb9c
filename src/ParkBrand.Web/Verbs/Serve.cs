namespace ParkBrand.Web.Verbs;
internal static class Serve { public static Task<int> Run(string[] args) => Task.FromResult(args.Length); }
