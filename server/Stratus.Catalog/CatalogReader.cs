using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Stratus.Names;
using Stratus.Terms;

namespace Stratus;

/// <summary>
/// Reads the binary form of the catalog, from start to end. Mirrors <c>build/compile-catalog.mjs</c> field by field:
/// change both together, and the format version with them.
/// </summary>
internal ref partial struct CatalogReader
{
    private const byte FormatVersion = 1;
    private static readonly string?[] Prefixes = [null, "AWS", "Amazon"];

    private readonly ReadOnlySpan<byte> _data;
    private int _position;

    private CatalogReader(ReadOnlySpan<byte> data) => _data = data;

    /// <summary>The catalog that the bytes hold.</summary>
    /// <exception cref="InvalidDataException">The bytes are no catalog of this version, or end too early.</exception>
    public static Catalog Read(ReadOnlySpan<byte> data)
    {
        var reader = new CatalogReader(data);
        return reader.ReadCatalog();
    }

    private Catalog ReadCatalog()
    {
        if (!ReadBytes(4).SequenceEqual("SCAT"u8) || ReadByte() != FormatVersion)
        {
            throw new InvalidDataException("The embedded catalog has another format than this build reads; build again.");
        }

        var asOf = ReadDate() is { Day: > 0 } date
            ? new DateOnly(date.Year, date.Month, date.Day)
            : throw new InvalidDataException("The embedded catalog has no date.");
        var categories = ReadTexts();
        var ids = ReadTexts();

        var services = new Service[ids.Length];
        for (var index = 0; index < services.Length; index++) services[index] = ReadService(ids[index], ids, categories);

        var layers = new OsiLayer[ReadNumber()];
        for (var index = 0; index < layers.Length; index++) layers[index] = ReadOsiLayer(ids);

        var confusions = new Confusion[ReadNumber()];
        for (var index = 0; index < confusions.Length; index++)
            confusions[index] = new Confusion(ids[ReadNumber()], ids[ReadNumber()], ReadText(), ReadText());

        var forms = new WrittenForm[ReadNumber()];
        for (var index = 0; index < forms.Length; index++) forms[index] = ReadForm(services);

        return new Catalog(asOf, Own(services), Own(layers), Own(confusions), Own(forms), ReadTexts());
    }

    private Service ReadService(string id, ImmutableArray<string> ids, ImmutableArray<string> categories)
    {
        var name = ReadText();
        var prefix = Prefixes[ReadByte()];
        var fullName = ReadOptionalText() ?? (prefix is null ? name : $"{prefix} {name}");
        var abbreviation = ReadOptionalText();
        var kind = (ServiceKind)ReadByte();
        var category = categories[ReadByte()];
        var parent = ReadNumber();
        return new Service(
            id,
            name,
            prefix,
            fullName,
            abbreviation,
            kind,
            category,
            ParentId: parent == 0 ? null : ids[parent - 1],
            Summary: ReadText(),
            DocumentationUrl: ReadOptionalText(),
            Layers: ReadByte() == 0 ? null : ReadServiceLayers(),
            Lifecycle: ReadLifecycle());
    }

    private ServiceLayers ReadServiceLayers() => new(
        Primary: ReadByte(),
        All: LayerSet.OfBits(ReadByte()),
        Basis: (LayerBasis)ReadByte(),
        Reason: ReadText(),
        Remark: ReadOptionalText(),
        Shown: ReadByte() != 0,
        DocumentationUrl: ReadText());

    private ImmutableArray<LifecycleEntry> ReadLifecycle()
    {
        var count = ReadNumber();
        if (count == 0) return [];

        var entries = new LifecycleEntry[count];
        for (var index = 0; index < count; index++)
        {
            entries[index] = new LifecycleEntry(
                Status: (LifecycleStatus)ReadByte(),
                Scope: (LifecycleScope)ReadByte(),
                Verification: (Verification)ReadByte(),
                ClosedToNewCustomers: ReadDate(),
                EndOfSupport: ReadDate(),
                Effective: ReadDate(),
                Successors: ReadTexts(),
                FormerNames: ReadTexts(),
                CurrentName: ReadOptionalText(),
                HintOnly: ReadByte() != 0,
                Remark: ReadOptionalText());
        }

        return Own(entries);
    }

    private OsiLayer ReadOsiLayer(ImmutableArray<string> ids)
    {
        var number = ReadByte();
        return new OsiLayer(
            Id: $"osi-{number}",
            Name: ReadText(),
            Number: number,
            Pdu: ReadText(),
            Function: ReadText(),
            Protocols: ReadTexts(),
            Devices: ReadTexts(),
            TcpIpLayer: ReadText(),
            Examples: ReadIds(ids),
            Remark: ReadOptionalText());
    }

    private WrittenForm ReadForm(Service[] services)
    {
        var text = ReadText();
        var named = new Service[ReadNumber()];
        for (var index = 0; index < named.Length; index++) named[index] = services[ReadNumber()];

        var form = (NameForm)ReadByte();
        var marks = ReadByte();
        return new WrittenForm(
            text,
            Own(named),
            form,
            CaseSensitive: (marks & 1) != 0,
            Ambiguous: (marks & 2) != 0,
            Generic: (marks & 4) != 0,
            Coined: (marks & 8) != 0,
            Correction: ReadOptionalText(),
            ServiceCellOnly: (marks & 16) != 0,
            Diagnosed: (marks & 32) != 0);
    }

    private ImmutableArray<string> ReadTexts()
    {
        var count = ReadNumber();
        if (count == 0) return [];

        var texts = new string[count];
        for (var index = 0; index < count; index++) texts[index] = ReadText();
        return Own(texts);
    }

    private ImmutableArray<string> ReadIds(ImmutableArray<string> ids)
    {
        var named = new string[ReadNumber()];
        for (var index = 0; index < named.Length; index++) named[index] = ids[ReadNumber()];
        return Own(named);
    }

    private CatalogDate? ReadDate()
    {
        var year = ReadNumber();
        return year == 0 ? null : new CatalogDate(year, ReadByte(), ReadByte());
    }

    private string ReadText() => ReadText(ReadNumber());

    private string? ReadOptionalText()
    {
        var head = ReadNumber();
        return head == 0 ? null : ReadText(head - 1);
    }

    /// <summary>A text after its head: the length in bytes, and in the lowest bit whether it is UTF-8 rather than Latin-1.</summary>
    private string ReadText(int head) => ((head & 1) == 0 ? Encoding.Latin1 : Encoding.UTF8).GetString(ReadBytes(head >> 1));

    private int ReadNumber()
    {
        var value = 0;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var part = ReadByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) return value;
        }

        throw EndsEarly();
    }

    private byte ReadByte() => _position < _data.Length ? _data[_position++] : throw EndsEarly();

    private ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (count < 0 || count > _data.Length - _position) throw EndsEarly();

        var bytes = _data.Slice(_position, count);
        _position += count;
        return bytes;
    }

    private static InvalidDataException EndsEarly() => new("The embedded catalog is damaged; build again.");

    /// <summary>The array itself, not a copy: nobody else holds it.</summary>
    private static ImmutableArray<T> Own<T>(T[] array) => ImmutableCollectionsMarshal.AsImmutableArray(array);
}
