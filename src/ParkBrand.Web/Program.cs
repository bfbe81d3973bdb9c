using ParkBrand.Web.Verbs;

// What the program can do: each verb is one file in Verbs/.
return await (args switch
{
    ["serve", .. var rest] => Serve.Run(rest),
    ["import", .. var rest] => Import.Run(rest),
    ["export", .. var rest] => Export.Run(rest),
    ["export-site", .. var rest] => ExportSite.Run(rest),
    ["generate", .. var rest] => Generate.Run(rest),
    ["eval", .. var rest] => Eval.Run(rest),
    ["learn", .. var rest] => Learn.Run(rest),
    ["user", .. var rest] => User.Run(rest),
    ["schema", .. var rest] => CheckSchema.Run(rest),
    ["mcp", .. var rest] => Mcp.Run(rest),
    ["media-worker"] => MediaWorker.Run(),
    _ => Usage.Run(args),
});
