namespace MapThePaths.Destinations.OAuth;

/// <summary>Addresses with parameters.</summary>
internal static class Addresses
{
    /// <summary>The address, which may have a query already, with these parameters behind it.</summary>
    public static string WithQuery(string address, params IEnumerable<(string Name, string Value)> parameters)
    {
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }
}
