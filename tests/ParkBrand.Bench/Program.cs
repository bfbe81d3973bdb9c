using ParkBrand.Bench;
using ParkBrand.Bench.Hosting;
using ParkBrand.Bench.Rows;

// Without a first word the bars are measured; with one, this process is a part of a measurement.
return args switch
{
    ["bare", var url, var body] => await BareServer.Run(url, body),
    ["publish", .. var rest] => await PublishingSite.Run(rest),
    ["everywhere", .. var rest] => await EverywhereSite.Run(rest),
    ["search", .. var rest] => await SearchingSite.Run(rest),
    ["deliver", .. var rest] => await DeliveringSite.Run(rest),
    ["postgres", .. var rest] => await PostgresText.Run(rest),
    ["photos", .. var rest] => await Photos.Run(rest),
    ["chats", .. var rest] => await Chats.Run(rest),
    ["read", .. var rest] => await Readers.Run(rest),
    ["count", .. var rest] => await CountingSite.Run(rest),
    _ => BenchOptions.Parse(args) is { } options ? await Suite.Run(options) : 2,
};
