using System.CommandLine;
using MapThePaths.App.Cli.Lines;
using MapThePaths.Core.Model;
using MapThePaths.Emulator;
using MapThePaths.Emulator.Faults;
using MapThePaths.Emulator.MapThePathsWeb;
using Microsoft.AspNetCore.Connections;

namespace MapThePaths.App.Cli;

/// <summary><c>mtpdu emulate</c>: the practice services on their own, for any client.</summary>
internal static class EmulateVerb
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes any free one.", HelpName = "port", CustomParser = Numbers.Between("--port", 0, 65_535) };
        var state = new Option<string?>("--state") { Description = "Folder that keeps what arrives; without it, all is gone at the end.", HelpName = "folder" };
        var processing = new Option<double>("--processing-seconds") { Description = "How long images take to become visible.", HelpName = "seconds", DefaultValueFactory = _ => 2, CustomParser = Numbers.Between("--processing-seconds", 0.0, 86_400.0) };
        var faults = new Option<string[]>("--fault") { Description = "TARGET:EFFECT[:DETAIL][:WHEN], such as upload:status=503:every=3; see docs/emulator.md. May be given several times.", HelpName = "rule" };
        var mtpw = new Option<string>("--mtpw") { Description = "Which Map the Paths Web: seed (verify, import) or head (create, then import by PUT).", HelpName = "generation", DefaultValueFactory = _ => "seed" };
        var command = new Command("emulate", "Runs the practice services on their own, until Ctrl-C.") { port, state, processing, mtpw, faults };
        mtpw.AcceptOnlyFromAmong("seed", "head");
        command.SetVerb((parsed, context, cancellationToken) => RunAsync(
            new EmulatorOptions
            {
                Port = parsed.GetValue(port),
                StateFolder = parsed.GetValue(state),
                ProcessingSeconds = parsed.GetValue(processing),
                WebGeneration = parsed.GetValue(mtpw) == "head" ? WebGeneration.Head : WebGeneration.Seed,
                Faults = ParseFaults(parsed.GetValue(faults) ?? []),
            },
            context.Output,
            cancellationToken));
        return command;
    }

    private static FaultRule[] ParseFaults(string[] rules)
    {
        try
        {
            return [.. rules.Select(FaultRule.Parse)];
        }
        catch (FormatException mistake)
        {
            throw new UserMistakeException(mistake.Message);
        }
    }

    private static async Task<int> RunAsync(EmulatorOptions options, Output output, CancellationToken cancellationToken)
    {
        await using var server = await StartAsync(options, cancellationToken);
        Print(server.Addresses, output);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            output.Say("Stopped.");
        }

        return ExitCode.Done;
    }

    private static async Task<EmulatorServer> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await EmulatorServer.StartAsync(options, cancellationToken);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new UserMistakeException($"Port {options.Port} is taken by another program. Choose another with --port, or leave it out for any free one.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException($"The practice services cannot start: {failure.Message}");
        }
    }

    private static void Print(EmulatorAddresses addresses, Output output)
    {
        output.Line(new AddressLine
        {
            GraphUrl = addresses.GraphUrl,
            UploadUrl = addresses.UploadUrl,
            ConnectUrl = addresses.ConnectUrl,
            V3Url = addresses.V3.Url,
            V3ConnectUrl = addresses.V3.ConnectUrl,
            MtpwUrl = addresses.Mtpw.Url,
            MtpwAuthUrl = addresses.Mtpw.AuthorizeUrl,
            ControlUrl = addresses.ControlUrl,
            AccessToken = addresses.AccessToken,
            AppId = addresses.AppId,
            AppSecret = addresses.AppSecret,
            V3AccessToken = addresses.V3.AccessToken,
            V3AppId = addresses.V3.AppId,
            V3AppSecret = addresses.V3.AppSecret,
            MtpwAccessToken = addresses.Mtpw.AccessToken,
            MtpwAppId = addresses.Mtpw.AppId,
            MtpwAppSecret = addresses.Mtpw.AppSecret,
        });
        foreach (var line in Settings(addresses))
        {
            output.SayWhole(line);
        }
    }

    // All of it may stand in .env as it is.
    private static string[] Settings(EmulatorAddresses addresses) =>
    [
        "# The practice services are running; Ctrl-C stops them. All of this may stand in .env as it is. Leave out an access token to sign in with 'mtpdu login' instead.",
        $"# What they hold: {addresses.ControlUrl}/state",
        "",
        "# mapillary",
        $"MAPILLARY_GRAPH_URL={addresses.GraphUrl}",
        $"MAPILLARY_UPLOAD_URL={addresses.UploadUrl}",
        $"MAPILLARY_CONNECT_URL={addresses.ConnectUrl}",
        $"MAPILLARY_APP_ID={addresses.AppId}",
        $"MAPILLARY_SECRET={addresses.AppSecret}",
        $"MAPILLARY_ACCESS_TOKEN={addresses.AccessToken}",
        "",
        "# mapillary-v3",
        $"MAPILLARY_V3_URL={addresses.V3.Url}",
        $"MAPILLARY_V3_CONNECT_URL={addresses.V3.ConnectUrl}",
        $"MAPILLARY_V3_APP_ID={addresses.V3.AppId}",
        $"MAPILLARY_V3_ACCESS_TOKEN={addresses.V3.AccessToken}",
        "",
        "# mtpw",
        $"MTP_WEB_URL={addresses.Mtpw.Url}",
        $"MTP_WEB_AUTH_URL={addresses.Mtpw.AuthorizeUrl}",
        $"MTP_WEB_APP_ID={addresses.Mtpw.AppId}",
        $"MTP_WEB_TOKEN={addresses.Mtpw.AccessToken}",
    ];
}
