using MapThePaths.Core.Catalog;

namespace MapThePaths.App.Web.Syncing;

/// <summary>Whether a service may have the user's Mapillary token.</summary>
/// <param name="Server">Its address.</param>
/// <param name="At">When the user said so; absent if never asked.</param>
internal sealed record ConsentView(string Server, bool Given, DateTimeOffset? At)
{
    public static ConsentView Of(string server, SyncingRows rows)
    {
        var status = rows.Server(server);
        return new ConsentView(server, status.Agreed == true, status.AgreedAt?.ToDateTimeOffset());
    }
}
