// What `dotnet format` would mend in C# files and the build does not refuse: it takes minutes, and this none of them.
// `npm run test:all` runs the formatter itself.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { filesUnder } from "../../scripts/lib/fingerprint.mjs";
import { inRoot, root } from "../../scripts/lib/paths.mjs";

const files = (await Promise.all(["server", "tests"].map((folder) => filesUnder(inRoot(folder)))))
  .flat()
  .filter((file) => file.endsWith(".cs"));
const sources = await Promise.all(
  files.map(async (file) => ({ name: path.relative(root, file), text: await readFile(file, "utf8") })),
);

/** @param {(text: string) => boolean} isWrong */
const namesOf = (isWrong) => sources.filter(({ text }) => isWrong(text)).map(({ name }) => name);

test("there are C# files to look at", () => {
  assert.ok(sources.length > 200);
});

test("lines end as in Unix, the last one too, and no file begins with a byte order mark", () => {
  assert.deepEqual(
    namesOf((text) => text.startsWith("\uFEFF") || text.includes("\r") || !text.endsWith("\n")),
    [],
  );
});

test("usings are in their order: System first, then by name, static ones and aliases last", () => {
  assert.deepEqual(
    namesOf((text) => {
      const keys = usingsOf(text).map(sortKey);
      return keys.some((key, at) => at > 0 && key < (keys[at - 1] ?? ""));
    }),
    [],
  );
});

test("an order that is none is seen", () => {
  const keys = usingsOf("using System.Text;\nusing System.Globalization;\n\nnamespace X;\n").map(sortKey);
  assert.deepEqual([...keys].sort(), [...keys].reverse());
});

/** @param {string} text */
function usingsOf(text) {
  const head = text.slice(0, text.search(/^(?!using |\s*$|\/\/|#)/m));
  return [...head.matchAll(/^using (static )?(\w+ = )?([\w.<>, ]+);$/gm)];
}

/** @param {RegExpExecArray} using */
function sortKey([, isStatic, alias, name = ""]) {
  const group = alias !== undefined ? 2 : isStatic !== undefined ? 1 : 0;
  // A dot goes before every letter, so that a namespace goes before those within.
  return `${group}${/^System\b/.test(name) ? 0 : 1}${(alias ?? name).toLowerCase().replaceAll(".", "\u0001")}`;
}
