using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Core.Catalog;

/// <summary>Brings a catalog to the schema this program knows: numbered scripts, each applied once, in order.</summary>
internal static class Migrations
{
    public static void Apply(SqliteConnection connection)
    {
        var scripts = ScriptNames();
        if (Version(connection) == scripts.Count)
        {
            return;
        }

        // Else the rows of other tables would follow a table that is made anew (sqlite.org, "Making Other Kinds Of Table Schema Changes").
        connection.Execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
        ApplyFrom(Version(connection), scripts, connection);
        connection.Execute("COMMIT; PRAGMA foreign_keys = ON");
    }

    private static void ApplyFrom(int version, List<string> scripts, SqliteConnection connection)
    {
        if (version > scripts.Count)
        {
            throw new CatalogException($"The catalog {connection.DataSource} was written by a newer version of the program. Use that version.");
        }

        foreach (var script in scripts.Skip(version))
        {
            connection.Execute(Text(script));
        }

        connection.Execute($"PRAGMA user_version = {scripts.Count}");
    }

    private static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");

    private static List<string> ScriptNames() => [.. Assembly.GetExecutingAssembly()
        .GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    private static string Text(string script)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(script)!);
        return reader.ReadToEnd();
    }
}
