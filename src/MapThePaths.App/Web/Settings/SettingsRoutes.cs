using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Settings;

/// <summary>What is set, and whether all is well.</summary>
internal static class SettingsRoutes
{
    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", (Composition composition) => TypedResults.Ok(SettingsView.Of(composition.Settings)));
        api.MapGet("/doctor", DoctorAsync);
    }

    private static async Task<Ok<IReadOnlyList<Check>>> DoctorAsync(Composition composition, CancellationToken cancellationToken)
    {
        composition.Tokens.AnyAccountWillDo = true;
        return TypedResults.Ok(await Checkup.DoAsync(composition, cancellationToken));
    }
}
