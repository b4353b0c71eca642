using MapThePaths.Core.Destinations;
using MapThePaths.Core.Model;

namespace MapThePaths.Destinations.MapThePathsWeb;

/// <summary>A server refuses a transport type whose name it does not know before it stores anything, so another name may follow.</summary>
internal static class TransportNames
{
    public static async Task<string> TryAsync(TransportType transport, Func<string, Task<string>> call)
    {
        var names = EntryFields.TransportNames(transport);
        foreach (var name in names.SkipLast(1))
        {
            try
            {
                return await call(name);
            }
            catch (DestinationException failure) when (failure.Code == WebAnswers.UnknownTransport)
            {
                // The next name, then.
            }
        }

        return await call(names[^1]);
    }
}
