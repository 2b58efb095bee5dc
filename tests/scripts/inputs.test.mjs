// The build tools are asked what they take: each file must be among the inputs whose change makes the build run again.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { extensionInputs, isInput, serverInputs } from "../../scripts/lib/inputs.mjs";
import { inRoot, root } from "../../scripts/lib/paths.mjs";
import { run } from "../../scripts/lib/run.mjs";

const items = [
  "Compile",
  "EmbeddedResource",
  "Content",
  "AdditionalFiles",
  "EditorConfigFiles",
  "CatalogData",
  "CatalogCompiler",
];
const properties = ["DirectoryBuildPropsPath", "DirectoryPackagesPropsPath", "MSBuildProjectFullPath"];

test("a change of any file of the checkout that the server is compiled of builds it again", async () => {
  const rooms = (await readdir(inRoot("server"), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  /** @type {Set<string>} */
  const taken = new Set();
  for (const { name } of rooms) {
    for (const file of await filesOfProject(inRoot("server", name, `${name}.csproj`))) taken.add(file);
  }

  assert.ok(
    taken.has("docs/rules/empty-cell.md") && taken.has("server/BannedSymbols.txt"),
    "MSBuild tells what it takes",
  );
  assert.deepEqual(forgotten(taken, serverInputs), []);
});

test("a change of any file of the checkout that the extension is packed of packs it again", async () => {
  const extension = inRoot("client-extension");
  const { metafile } = await build({
    absWorkingDir: extension,
    entryPoints: ["src/extension.ts"],
    ...{ bundle: true, platform: "node", external: ["vscode"], write: false, metafile: true, logLevel: "silent" },
  });
  const bundled = Object.keys(metafile.inputs).map((file) => path.resolve(extension, file));
  const packed = await run(
    "Listing",
    process.execPath,
    [inRoot("node_modules/@vscode/vsce/vsce"), "ls", "--no-dependencies"],
    {
      cwd: extension,
    },
  );
  const listed = packed
    .trim()
    .split("\n")
    .map((file) => path.resolve(extension, file.trim()));
  // The bundle and the server are made before they are packed.
  const made = [path.join(extension, "dist"), path.join(extension, "server")];
  const files = [...bundled, ...listed.filter((file) => !made.some((folder) => file.startsWith(folder + path.sep)))];
  const settings = await extended(path.join(extension, "tsconfig.json"));
  const taken = new Set(inCheckout([...files, ...settings]));
  assert.ok(
    taken.has("client-extension/schemas/stratus.schema.json") && taken.has("client-extension/src/extension.ts"),
  );
  assert.deepEqual(forgotten(taken, extensionInputs), []);
});

/** @param {string} project */
async function filesOfProject(project) {
  const json = await run("Asking MSBuild", "dotnet", [
    ...["msbuild", project, "-nologo", "-p:Configuration=Release"],
    ...[`-getItem:${items.join(",")}`, `-getProperty:${properties.join(",")}`],
  ]);
  /** @type {unknown} */
  const answer = JSON.parse(json);
  const { Items, Properties } =
    /** @type {{ Items: Record<string, { FullPath: string }[]>, Properties: Record<string, string> }} */ (answer);
  return inCheckout([
    ...Object.values(Items).flatMap((list) => list.map(({ FullPath }) => FullPath)),
    ...Object.values(Properties),
  ]);
}

/** A TypeScript configuration and those that it extends. @param {string} file @returns {Promise<string[]>} */
async function extended(file) {
  const [, base] = /"extends": "([^"]+)"/.exec(await readFile(file, "utf8")) ?? [];
  return base === undefined ? [file] : [file, ...(await extended(path.resolve(path.dirname(file), base)))];
}

/** Those of the checkout, without what packages bring along and what the compiler generates. @param {readonly string[]} files */
const inCheckout = (files) =>
  files
    .map((file) => path.relative(root, file).split(path.sep).join("/"))
    .filter(
      (file) => !file.startsWith("../") && !path.isAbsolute(file) && !/(^|\/)(node_modules|obj|bin)\//.test(file),
    );

/** @param {ReadonlySet<string>} files @param {readonly string[]} inputs */
const forgotten = (files, inputs) => [...files].filter((file) => !isInput(file, inputs));
