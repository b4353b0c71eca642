using System.Text;
using MapThePaths.App.Accounts;
using MapThePaths.Core.Catalog;
using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.App;

/// <summary>Keeps the trace of a fault for whoever mends it, away from the user's eyes.</summary>
internal static class FaultReport
{
    /// <returns>A sentence that says where the report lies.</returns>
    public static string Write(Exception fault)
    {
        try
        {
            var settings = Settings.Load();
            settings.CreateHome();
            var folder = Directory.CreateDirectory(Path.Combine(settings.Home, "logs")).FullName;
            var path = Path.Combine(folder, $"fault-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss-fff}.txt");
            PrivateFile.Write(path, Encoding.UTF8.GetBytes(Redaction.Of(fault.ToString())));
            return $"The report {path} helps to mend it.";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or UserMistakeException or CatalogException)
        {
            return $"No report could be written: {failure.Message}";
        }
    }
}
