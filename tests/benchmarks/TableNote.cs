using System.Globalization;
using System.Text;

namespace Stratus.Benchmarks;

/// <summary>Notes that are one table, all of whose rows are in one chunk. Each row is typed in, at the end of its description.</summary>
internal static class TableNote
{
    /// <summary>Makes one of at least this many characters, as a pipe table.</summary>
    public static GeneratedNote Pipe(int length) => OfLength(
        length,
        "| AWS Service | Purpose | OSI Layer |\n|---|---|---|\n",
        (name, purpose, layer) => $"| {name} | {purpose} | {layer} |\n",
        "");

    /// <summary>Makes one of at least this many characters, as an HTML table.</summary>
    public static GeneratedNote Html(int length) => OfLength(
        length,
        "<table>\n<thead>\n<tr><th>AWS Service</th><th>Purpose</th><th>OSI Layer</th></tr>\n</thead>\n<tbody>\n",
        (name, purpose, layer) => $"<tr><td>{name}</td><td>{purpose}</td><td>{layer}</td></tr>\n",
        "</tbody>\n</table>\n");

    private static GeneratedNote OfLength(int length, string start, Func<string, string, string, string> row, string end)
    {
        var services = Catalog.Embedded.Services.Where(service => service.ShownLayers is not null).ToArray();
        var draft = new StringBuilder("# Everything in one table\n\n").Append(start);
        for (var number = 0; draft.Length < length; number++)
        {
            var service = services[number % services.Length];
            var does = GeneratedNote.Descriptions[number % GeneratedNote.Descriptions.Length];
            var purpose = string.Create(CultureInfo.InvariantCulture, $"{does} Number {number}.{GeneratedNote.Cursor}");
            draft.Append(row(service.Name, purpose, GeneratedNote.LayerOf(service)));
        }

        return GeneratedNote.Of(draft.Append(end));
    }
}
