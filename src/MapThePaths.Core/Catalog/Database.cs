using Dapper;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Core.Catalog;

/// <summary>
/// One connection to the catalog's file, used by one caller at a time. Other processes may read while this one writes (WAL).
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly Lock _gate = new();

    private Database(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;

        // Kept: a run of sending begins thousands of transactions.
        _begin = new SqliteCommand("BEGIN IMMEDIATE", connection);
        _commit = new SqliteCommand("COMMIT", connection);
    }

    /// <summary>Opens the file, makes it readable by its owner alone, and brings it to the newest schema.</summary>
    public static Database Open(string path)
    {
        RefuseNetworkShare(path);
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var settings = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false };
        var database = new Database(path, new SqliteConnection(settings.ConnectionString));
        try
        {
            database.Guard(() =>
            {
                CreateForOwnerOnly(path);
                database._connection.Open();
                database._connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
                Migrations.Apply(database._connection);
                return 0;
            });
        }
        catch
        {
            database.Dispose();
            throw;
        }

        return database;
    }

    public T Read<T>(Func<SqliteConnection, T> query)
    {
        lock (_gate)
        {
            return Guard(() => query(_connection));
        }
    }

    /// <summary>Runs <paramref name="change"/> in a transaction: all of it is stored or nothing.</summary>
    public T Write<T>(Func<SqliteConnection, T> change)
    {
        lock (_gate)
        {
            return Guard(() => InTransaction(change));
        }
    }

    public void Write(Action<SqliteConnection> change) => Write(connection =>
    {
        change(connection);
        return 0;
    });

    /// <summary>Like <see cref="Write{T}"/>, and does not return before the disk has it: also a power cut leaves it stored.</summary>
    public T WriteDurably<T>(Func<SqliteConnection, T> change)
    {
        lock (_gate)
        {
            return Guard(() =>
            {
                _connection.Execute("PRAGMA synchronous = FULL");
                try
                {
                    return InTransaction(change);
                }
                finally
                {
                    _connection.Execute("PRAGMA synchronous = NORMAL");
                }
            });
        }
    }

    public void WriteDurably(Action<SqliteConnection> change) => WriteDurably(connection =>
    {
        change(connection);
        return 0;
    });

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _connection.Dispose();
    }

    private T InTransaction<T>(Func<SqliteConnection, T> change)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var result = change(_connection);
            _commit.ExecuteNonQuery();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private void RollBack()
    {
        // A full disk makes SQLite roll back by itself, and then there is no transaction left to end.
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _connection.Execute("ROLLBACK");
        }
    }

    // SQLite's locks are not to be trusted there: two computers could publish the same part.
    private static void RefuseNetworkShare(string path)
    {
        if (new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).DriveType == DriveType.Network)
        {
            throw new CatalogException(
                $"The catalog {path} would lie on a network share, where it is not safe. Set MTPDU_HOME to a folder on a disk of this computer. "
                + "A catalog that several computers share will need PostgreSQL, which this version does not have yet.");
        }
    }

    private static void CreateForOwnerOnly(string path)
    {
        if (!File.Exists(path))
        {
            new FileStream(path, OwnersFile.Options(FileMode.OpenOrCreate, FileShare.ReadWrite)).Dispose();
        }
        else
        {
            OwnersFile.Tighten(path);
        }
    }

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException failure)
        {
            throw new CatalogException($"The catalog {_path} {Explain(failure)}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"The catalog {_path} cannot be created: {failure.Message} Set MTPDU_HOME to a folder you may write to.", failure);
        }
    }

    private static string Explain(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => "cannot grow: the disk is full. Nothing that was stored is lost. Free some space and run the same command again.",
        SQLitePCL.raw.SQLITE_READONLY => "may not be written to. Check its permissions, or set MTPDU_HOME to another folder.",
        SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened. Check that its folder exists and may be written to, or set MTPDU_HOME to another folder.",
        SQLitePCL.raw.SQLITE_BUSY => "is in use by another run of the program. Wait for it to end, then run the same command again.",
        SQLitePCL.raw.SQLITE_IOERR => $"cannot be read or written: the disk reports an error or is full ({failure.Message}). Run the same command again when that is mended.",
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => "is damaged. Move it away to start anew; photos and everything online stay as they are. But a new catalog does not know what was sent, and"
            + " the next 'send' would send it once more: if you exported a sequence, first import its sequence.json (README, \"Export and old sequences\"): it tells.",
        _ => $"cannot be used: {failure.Message}",
    };
}
