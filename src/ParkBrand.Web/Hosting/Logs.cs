using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace ParkBrand.Web.Hosting;

/// <summary>Serilog: warnings to the console, everything worth keeping to a rolling file of JSON lines. No addresses of visitors, no bodies.</summary>
internal static class Logs
{
    public static void AddParkBrandLogs(this ILoggingBuilder logging, string dataFolder)
    {
        logging.ClearProviders();
        logging.AddSerilog(new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // Nothing is protected with it yet; its notes about key storage would only alarm.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // What a client asked wrongly is told to the client; a log is no place that strangers can fill.
            .Filter.ByExcluding(e => e.Exception is McpProtocolException or BadHttpRequestException)
            .Enrich.FromLogContext()
            .WriteTo.Logger(console => console
                // The verb says in one sentence why the server did not start; the stack trace goes to the file.
                .Filter.ByExcluding(e => e.MessageTemplate.Text == "Hosting failed to start")
                .WriteTo.Console(restrictedToMinimumLevel: LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Warning))
            .WriteTo.File(new JsonFormatter(closingDelimiter: "\n", renderMessage: false), Path.Combine(dataFolder, "logs", "parkbrand-.json"), rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 31, fileSizeLimitBytes: 100 * 1024 * 1024, rollOnFileSizeLimit: true)
            .CreateLogger(), dispose: true);
    }
}
