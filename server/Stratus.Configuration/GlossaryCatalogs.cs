using System.Collections.Immutable;
using Stratus.Glossary;

namespace Stratus.Configuration;

/// <summary>
/// The catalogs with glossaries laid over them. Equal glossaries have one catalog, so that what was read with it stays valid when
/// settings are read again. Kept are those that were in use when the files were last forgotten, and those used since. Safe for use on
/// several threads.
/// </summary>
internal sealed class GlossaryCatalogs
{
    private readonly Lock _lock = new();
    private Dictionary<ImmutableArray<GlossaryEntry>, Catalog> _used = new(new SameEntries());
    private Dictionary<ImmutableArray<GlossaryEntry>, Catalog> _usedBefore = new(new SameEntries());

    /// <summary>The catalog with a glossary laid over it.</summary>
    internal Catalog Of(ImmutableArray<GlossaryEntry> entries)
    {
        lock (_lock)
        {
            if (!_used.TryGetValue(entries, out var catalog))
            {
                catalog = _usedBefore.GetValueOrDefault(entries) ?? Catalog.Embedded.With(entries);
                _used.Add(entries, catalog);
            }

            return catalog;
        }
    }

    /// <summary>Lets those go that were not used since the last call.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            (_usedBefore, _used) = (_used, new(new SameEntries()));
        }
    }

    private sealed class SameEntries : IEqualityComparer<ImmutableArray<GlossaryEntry>>
    {
        public bool Equals(ImmutableArray<GlossaryEntry> one, ImmutableArray<GlossaryEntry> other) => one.SequenceEqual(other);

        public int GetHashCode(ImmutableArray<GlossaryEntry> entries) =>
            entries.Aggregate(entries.Length, (hash, entry) => HashCode.Combine(hash, entry));
    }
}
