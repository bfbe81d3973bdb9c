using ParkBrand.Content.Snapshots;

namespace ParkBrand.FaultTests.Support;

/// <summary>What must hold of a data folder at any moment, however the process before ended.</summary>
internal static class Invariants
{
    public static void Hold(City site)
    {
        Assert.Equal(["ok"], site.Query<string>("PRAGMA integrity_check"));
        Assert.Empty(site.Query<string>("SELECT \"table\" FROM pragma_foreign_key_check"));
        Nothing(site, "publications without their version or their part of it", """
            SELECT p.document_id || ' ' || p.culture FROM publication p
            LEFT JOIN version v ON v.document_id = p.document_id AND v.number = p.version
            LEFT JOIN version_culture c ON c.document_id = p.document_id AND c.number = p.version AND c.culture = p.culture
            WHERE v.number IS NULL OR c.culture IS NULL
            """);
        Nothing(site, "versions without all of their parts; every document here has the invariant one and two languages", """
            SELECT v.document_id || ' ' || v.number FROM version v
            WHERE (SELECT count(*) FROM version_culture c WHERE c.document_id = v.document_id AND c.number = v.number) <> 3
            """);
        Nothing(site, "documents whose current version or one before it is missing", """
            SELECT d.id FROM document d WHERE (SELECT count(*) FROM version v WHERE v.document_id = d.id AND v.number <= d.version) <> d.version
            """);
        Nothing(site, "public documents without the invariant part, without an address or without a change and an audit row", """
            SELECT DISTINCT p.document_id FROM publication p JOIN document d ON d.id = p.document_id
            WHERE NOT EXISTS (SELECT 1 FROM publication i WHERE i.document_id = p.document_id AND i.culture = '')
               OR (d.type IN ('industry', 'feature', 'list') AND d.published_path IS NULL)
               OR NOT EXISTS (SELECT 1 FROM change c WHERE c.document_id = p.document_id AND c.kind = 'published')
               OR (p.culture <> '' AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.document_id = p.document_id AND a.culture = p.culture
                   AND a.action = 'publish' AND a.detail = 'version ' || p.version))
            """);
        SnapshotAgrees(site, site.Snapshots.Current);
    }

    /// <summary>What a visitor is shown is what the publication rows say, no more and no less.</summary>
    public static void SnapshotAgrees(City site, Snapshot snapshot)
    {
        var stored = site.Query<(string Id, string Path, long Version, string Culture, string Name)>("""
            SELECT d.id, coalesce(d.published_path, ''), i.version, p.culture, c.name FROM publication p
            JOIN document d ON d.id = p.document_id JOIN publication i ON i.document_id = p.document_id AND i.culture = ''
            JOIN version_culture c ON c.document_id = p.document_id AND c.number = p.version AND c.culture = p.culture WHERE p.culture <> ''
            """).Select(r => $"{r.Id} {r.Path} {r.Version} {r.Culture} {r.Name}");
        Assert.Equal(stored.Order(StringComparer.Ordinal), Shown(snapshot).Order(StringComparer.Ordinal));
        Assert.Equal(site.Scalar<long>("SELECT coalesce(max(seq), 0) FROM change"), snapshot.Seq);
        Assert.Equal(site.Query<string>("SELECT id || ' ' || hash FROM media ORDER BY id"), snapshot.MediaItems.Values.Select(m => $"{m.Id} {m.Hash}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Shown(Snapshot snapshot) =>
        from document in snapshot.Published.Values
        from variant in document.Variants
        where variant is not null
        select $"{document.Id} {document.Path} {document.Version} {snapshot.Schema.Languages[variant.Culture].IsoCode} {variant.Name}";

    private static void Nothing(City site, string what, string sql)
    {
        var found = site.Query<string>(sql);
        Assert.True(found.Count == 0, $"There are {what}: {string.Join("; ", found.Take(5))}");
    }
}
