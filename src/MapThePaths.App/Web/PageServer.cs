using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using MapThePaths.App.Web.Accounts;
using MapThePaths.App.Web.Edits;
using MapThePaths.App.Web.Exporting;
using MapThePaths.App.Web.Importing;
using MapThePaths.App.Web.Photos;
using MapThePaths.App.Web.Runs;
using MapThePaths.App.Web.Sequences;
using MapThePaths.App.Web.Settings;
using MapThePaths.App.Web.Syncing;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MapThePaths.App.Web;

/// <summary>The page's server: on this computer alone, for one browser.</summary>
internal sealed class PageServer : ServedPage
{
    private readonly WebApplication _app;
    private readonly Guard _guard = new();

    private PageServer(Composition composition, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddOpenApi(ApiDescription.Configure);
        builder.Services.AddSingleton<IHostLifetime, VerbsLifetime>();
        builder.Services.AddSingleton<Sketches>();
        builder.Services.AddSingleton(_ => new RunList(composition));

        // Each answer reads the catalog by itself, so that a long one keeps no other waiting.
        builder.Services.AddScoped(_ => composition.Another());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.Configure<JsonOptions>(json => Configure(json.SerializerOptions));
        _app = builder.Build();
        _app.Use(_guard.InvokeAsync);
        _app.Use(MistakesAsync);
        _app.MapOpenApi("/api/openapi.json");
        var api = _app.MapGroup("/api");
        ((IEndpointConventionBuilder)api).Add(DescribeRefusals);
        MapRoutes(api);
        _app.MapGet("/api/{**rest}", http => throw new NotThereException($"There is nothing at {http.Request.Path}.")).ExcludeFromDescription();
        _app.MapPageFiles();
    }

    public override Uri NewStartAddress() => _guard.NewStartAddress();

    /// <param name="port">0 takes any free one.</param>
    /// <exception cref="UserMistakeException">Another program has the port.</exception>
    public static async Task<ServedPage> StartAsync(Composition composition, int port, CancellationToken cancellationToken)
    {
        composition.Settings.CreateHome();

        // Stays open while the page is served, so that those of single answers open and close fast.
        _ = composition.Catalog;
        var server = new PageServer(composition, port);
        try
        {
            await server._app.StartAsync(cancellationToken);
            server._guard.Port = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
            return server;
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw new UserMistakeException($"Port {port} cannot be listened on: {failure.Message} Give another one with --port, or none for any free one.");
        }
    }

    public override ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapSequences();
        api.MapWhereabouts();
        api.MapPhotos();
        api.MapEdits();
        api.MapImporting();
        api.MapRuns();
        api.MapExporting();
        api.MapSyncing();
        api.MapAccounts();
        api.MapSettings();
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        json.NumberHandling = JsonNumberHandling.Strict;
        json.AllowOutOfOrderMetadataProperties = true;
    }

    // What the user asked wrongly is told in words; anything else is a fault and goes to the log like those of verbs.
    private static async Task MistakesAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception refusal) when (StatusOf(refusal) is not null && !http.Response.HasStarted)
        {
            await TellAsync(http, StatusOf(refusal)!.Value, refusal is DestinationException failure ? failure.OnPage() : refusal.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !http.Response.HasStarted)
        {
            await TellAsync(http, StatusCodes.Status500InternalServerError, $"This is a fault in the program: {fault.Message} {FaultReport.Write(fault)}");
        }
    }

    private static int? StatusOf(Exception refusal) => refusal switch
    {
        UserMistakeException => StatusCodes.Status400BadRequest,
        BadHttpRequestException request => request.StatusCode,
        NotThereException => StatusCodes.Status404NotFound,
        CatalogException => StatusCodes.Status409Conflict,
        DestinationException => StatusCodes.Status502BadGateway,
        _ => null,
    };

    // Any route may be asked wrongly or find the catalog in use; what its address names by an id may not be there, and a service that it names may refuse.
    private static void DescribeRefusals(EndpointBuilder route)
    {
        var address = ((RouteEndpointBuilder)route).RoutePattern.RawText!;
        int[] statuses =
        [
            StatusCodes.Status400BadRequest,
            .. address.Contains("{id", StringComparison.Ordinal) ? [StatusCodes.Status404NotFound] : Array.Empty<int>(),
            StatusCodes.Status409Conflict,
            .. address.Contains("{service}", StringComparison.Ordinal) && !address.EndsWith("/login", StringComparison.Ordinal) ? [StatusCodes.Status502BadGateway] : Array.Empty<int>(),
        ];
        Array.ForEach(statuses, status => route.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(Problem), ["application/json"])));
    }

    private static Task TellAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new Problem(Redaction.Of(message)), http.RequestAborted);
    }

    /// <summary>Leaves Ctrl-C and signals to the verb that serves.</summary>
    private sealed class VerbsLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Why a request was refused, in words for people.</summary>
internal sealed record Problem(string Message);
