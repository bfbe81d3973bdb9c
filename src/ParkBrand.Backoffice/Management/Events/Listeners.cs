using System.Collections.Concurrent;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Storage;

namespace ParkBrand.Backoffice.Management.Events;

/// <summary>
/// Who is listening. A connection stays open for hours while sessions end and rights change, so what it was opened with counts for nothing: the
/// session is asked again each time, and a connection whose session is over is ended.
/// </summary>
internal sealed class Listeners
{
    private readonly ConcurrentDictionary<string, Listener> connections = new();
    private readonly EditorSessions sessions;
    private readonly ReadTrail trail;
    private long since;

    public Listeners(EditorSessions sessions, ReadTrail trail)
    {
        (this.sessions, this.trail) = (sessions, trail);
        sessions.Renewed += Follow;
    }

    public bool IsEmpty => connections.IsEmpty;

    /// <summary>The trail's end when somebody last came while nobody was listening: what is done from then on is to be told.</summary>
    public long Since => Volatile.Read(ref since);

    /// <param name="session">Hash of the session's id.</param>
    /// <param name="end">Ends the connection.</param>
    /// <exception cref="StorageException">The trail cannot be read.</exception>
    public void Add(string connection, string session, Action end)
    {
        // Taken before the connection counts, or what is done until the next look at the trail would be told to nobody.
        lock (connections)
        {
            if (IsEmpty)
                Volatile.Write(ref since, trail.End());
            connections[connection] = new Listener(session, end);
        }
    }

    public void Remove(string connection) => connections.TryRemove(connection, out _);

    /// <summary>The connections that may be told something, each with whom it may be told as now. Ends the others.</summary>
    public IReadOnlyList<KeyValuePair<string, Actor>> Present()
    {
        var present = new List<KeyValuePair<string, Actor>>();
        foreach (var (connection, listener) in connections)
        {
            if (sessions.Holder(listener.Session) is { } actor)
                present.Add(new(connection, actor));
            else if (connections.TryRemove(connection, out _))
                listener.End();
        }

        return present;
    }

    /// <summary>Who chose a new password listens on under the session that came with it; the client does not call again by itself.</summary>
    private void Follow(string old, string renewed)
    {
        foreach (var (connection, listener) in connections)
            if (listener.Session == old)
                connections.TryUpdate(connection, listener with { Session = renewed }, listener);
    }

    private sealed record Listener(string Session, Action End);
}
