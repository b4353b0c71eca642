using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MapThePaths.App.Web.Settings;

/// <summary>What is set, and whether all is well.</summary>
internal static class SettingsRoutes
{
    private static readonly CheckWords Words = new(PageAdvice.OnPage, PageSteps.SetUp, "Agree under Accounts and settings; without that, Map the Paths Web is told nothing.");

    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/settings", (Composition composition) => TypedResults.Ok(SettingsView.Of(composition.Settings)));
        api.MapGet("/doctor", DoctorAsync);
    }

    private static async Task<Ok<IReadOnlyList<Check>>> DoctorAsync(Composition composition, CancellationToken cancellationToken)
    {
        composition.Tokens.AnyAccountWillDo = true;
        return TypedResults.Ok(await Checkup.DoAsync(composition, Words, cancellationToken));
    }
}
