namespace ParkBrand.Web.Verbs;

internal static class Usage
{
    private const string Text = """
        parkbrand VERB [options]

          serve     [--urls http://127.0.0.1:5080] [--data DIR]   serve the site; imports the content on the first start
            [--public-url https://HOST]                           the address that visitors use, for links from outside
            [--trusted-proxies ADDRESS,NETWORK/BITS]              whose X-Forwarded-For and X-Forwarded-Proto are believed; none by default
            [--map-tiles URL] [--map-datum wgs84|gcj02]           a map service for the finder, e.g. https://HOST/{z}/{x}/{y}.png
            [--assistant-limit 15]                                questions that one visitor may ask the assistant in a minute; 0 sets no limit
            [--assistant-url URL --assistant-model NAME]          a language model for the assistant; its key: PARKBRAND_ASSISTANT_KEY
            [--assistant-key-file FILE] [--assistant-patience S]  or --assistant-key-file; docs/assistant.md tells about budgets:
            [--assistant-tokens SITE,VISITOR] [--assistant-price IN,OUT] [--assistant-budget MONEY]
            [--delivery-api-key KEY]                              lets the Content Delivery API give drafts; better as PARKBRAND_DELIVERY_API_KEY
            [--webhooks-allow-private]                            webhooks may lead into this network and go unencrypted; for tests and development
          import    [--data DIR] [--content DIR] [--dry-run] [--keep-going]
          export    [--data DIR] --out DIR                        write the content as files
          export-site [--data DIR] --out DIR [--base-url https://HOST] [--live-url https://HOST] [--plain]
                                                                  write the public site as files, for a server without this program
          generate  --documents N --out DIR [--content DIR]       write a large made-up city, for measuring
          eval      search [--judgements FILE] [--misses]         judge the search by a set of queries with known answers
          eval      assistant [--accept] [--misses]               judge the assistant; a run worse than the accepted one ends with code 1
            [--assistant-url URL --assistant-model NAME …]        with a language model as well, before it is connected
          learn     [--why QUESTION]                              learn what to doubt from the questions in the repository, or say why one is doubted
          user      list | add NAME --group ALIAS | groups NAME --group ALIAS
                    | password | disable | enable | two-factor-reset | sign-out NAME   look after accounts of editors
          mcp       [--data DIR] [--public-url https://HOST]      speak the Model Context Protocol over standard input and output
          schema                                                  check umbraco.json

        Options of every verb: --data DIR (default data), --schema FILE (default umbraco.json).
        """;

    public static Task<int> Run(string[] args)
    {
        var asked = args is [] or ["help"] or ["--help"] or ["-h"];
        (asked ? Console.Out : Console.Error).WriteLine(asked ? Text : $"“{args[0]}” is not a verb.{Environment.NewLine}{Environment.NewLine}{Text}");
        return Task.FromResult(asked ? 0 : 2);
    }
}
