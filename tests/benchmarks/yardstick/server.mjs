// The yardstick: the least that a language server for the same notes could do, as one is written in an afternoon with the
// usual packages. It holds the text of open notes, runs one regular expression over the whole of it for every version, and
// pushes what it finds: names that are not written as the catalog writes them. It reads no Markdown and knows no layers.
// Figures of many versions of Stratus are compared with it, so it stays as it is.
import { readdirSync, readFileSync } from "node:fs";
import {
  createConnection,
  DiagnosticSeverity,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocuments,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const data = new URL("../../../server/Stratus.Catalog/data/", import.meta.url);

/** Each name by its lower case. @type {Map<string, string>} */
const names = new Map();
for (const file of readdirSync(new URL("services/", data)).sort()) {
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(new URL(`services/${file}`, data), "utf8"));
  const { services } = /** @type {{ services: { name: string }[] }} */ (json);
  for (const { name } of services) names.set(name.toLowerCase(), name);
}

// Of names that begin alike the longest wins.
const longestFirst = [...names.values()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
const escaped = longestFirst.map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
const pattern = new RegExp(`\\b(?:${escaped.join("|")})\\b`, "gi");

const connection = createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
const notes = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));

notes.onDidChangeContent(({ document }) => {
  const diagnostics = [];
  for (const { 0: written, index } of document.getText().matchAll(pattern)) {
    const name = names.get(written.toLowerCase());
    if (name === undefined || name === written) continue;
    diagnostics.push({
      range: { start: document.positionAt(index), end: document.positionAt(index + written.length) },
      severity: DiagnosticSeverity.Information,
      source: "yardstick",
      message: `AWS writes ${name}, not ${written}.`,
    });
  }
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});

notes.listen(connection);
connection.listen();
