using Dapper;
using MapThePaths.Core.Destinations;
using Microsoft.Data.Sqlite;

namespace MapThePaths.Core.Catalog;

/// <summary>What several stages write about upload sessions, within their own transactions.</summary>
internal static class SessionRows
{
    /// <summary>Nothing where the destination keeps no record of sessions.</summary>
    public static void StoreOpened(long partId, OpenedSession session, long now, SqliteConnection connection)
    {
        if (session.Record is not null)
        {
            connection.Execute(
                """
                INSERT INTO upload_session (destination, session_key, account, part_id, state, created_at, record, received_at)
                SELECT destination, @Key, account, id, 'open', @createdAt, @Record, @now FROM part WHERE id = @partId
                ON CONFLICT (destination, session_key) DO UPDATE SET
                  part_id = excluded.part_id, state = 'open', reason = NULL, record = excluded.record, received_at = excluded.received_at
                """,
                new { partId, session.Key, createdAt = Milliseconds.Of(session.CreatedAt), session.Record, now });
        }
    }

    /// <summary>As the destination shows it now; its part stays known, and so does that we have left it.</summary>
    public static void StoreShown(string destination, string account, RemoteSession session, long now, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO upload_session (destination, session_key, account, part_id, state, reason, created_at, record, received_at)
        VALUES (@destination, @Key, @account,
          (SELECT id FROM part WHERE destination = @destination AND session_key = @Key), @state, @Failure, @createdAt, @Record, @now)
        ON CONFLICT (destination, session_key) DO UPDATE SET
          state = CASE WHEN state = 'dropped' THEN state ELSE excluded.state END, reason = excluded.reason,
          created_at = COALESCE(excluded.created_at, created_at), record = excluded.record, received_at = excluded.received_at
        """,
        new
        {
            destination,
            session.Key,
            account,
            state = session.Failure is null ? "open" : "failed",
            session.Failure,
            createdAt = Milliseconds.Of(session.CreatedAt),
            session.Record,
            now,
        });

    /// <summary>The part's session is gone at the destination, and what it held counts no longer.</summary>
    public static void Forget(long partId, long now, SqliteConnection connection)
    {
        MarkGone(partId, now, connection);
        Discount(partId, now, connection);
    }

    /// <summary>Likewise; and the part waits for another session.</summary>
    public static void Lose(long partId, string code, string message, long now, SqliteConnection connection)
    {
        Forget(partId, now, connection);
        connection.Execute(
            "UPDATE part SET state = 'uploading', session_key = NULL, intent_at = NULL, error_code = @code, error = @message WHERE id = @partId",
            new { partId, code, message });
    }

    /// <summary>The part leaves its session, which stays as it is at the destination and is not shown as open any more.</summary>
    public static void Drop(long partId, long now, SqliteConnection connection)
    {
        Discount(partId, now, connection);
        Leave([partId], connection);
        connection.Execute("UPDATE part SET session_key = NULL WHERE id = @partId", new { partId });
    }

    /// <summary>Nobody will take up the sessions of these parts, which are about to go.</summary>
    public static void Leave(IReadOnlyList<long> parts, SqliteConnection connection) => connection.Execute(
        """
        UPDATE upload_session SET state = 'dropped'
        WHERE state = 'open' AND (destination, session_key) IN (SELECT destination, session_key FROM part WHERE id IN @parts)
        """,
        new { parts });

    /// <summary>The part's session is not shown any more: published, rehearsed or lost.</summary>
    public static void MarkGone(long partId, long now, SqliteConnection connection) => connection.Execute(
        """
        UPDATE upload_session SET state = 'gone', received_at = @now
        WHERE state = 'open' AND (destination, session_key) IN (SELECT destination, session_key FROM part WHERE id = @partId)
        """,
        new { partId, now });

    private static void Discount(long partId, long now, SqliteConnection connection) => connection.Execute(
        "UPDATE life_line SET state = 'waiting', at = @now, receipt = NULL WHERE part_id = @partId AND state = 'sent'",
        new { partId, now });
}
