import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { isMade } from "./inputs.mjs";
import { inRoot, root } from "./paths.mjs";

/**
 * A digest of the content of files and folders: another content, name or set of files, another
 * digest. By content and not by time, so that a checkout back and forth rebuilds nothing.
 *
 * @param {readonly string[]} inputs paths inside the checkout; absent ones count as such
 * @param {readonly string[]} [facts] whatever else the result depends on
 */
export async function fingerprint(inputs, facts = []) {
  const hash = createHash("sha256").update(facts.join("\n"));
  for (const input of inputs) {
    for (const file of await filesUnder(inRoot(input))) {
      hash.update(`\n${path.relative(root, file)}\n`).update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

/**
 * The files of a folder and of those within, but for what builds make; a file itself; none where there is neither.
 *
 * @param {string} place
 * @returns {Promise<string[]>} sorted
 */
export async function filesUnder(place) {
  const found = await stat(place).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [place];
  const entries = await readdir(place, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = [];
  for (const entry of entries) {
    const inner = path.join(place, entry.name);
    if (!isMade(path.relative(root, inner).split(path.sep).join("/"))) files.push(...(await filesUnder(inner)));
  }
  return files;
}

/**
 * Makes something unless it was made of the same inputs before and still stands.
 *
 * @param {object} job
 * @param {string} job.stamp file that remembers what it was made of
 * @param {string} job.of the fingerprint of what it is made of
 * @param {readonly string[]} job.outputs
 * @param {() => Promise<void>} job.make
 */
export async function makeOnce({ stamp, of, outputs, make }) {
  const before = await readFile(stamp, "utf8").catch(() => null);
  const standing = await Promise.all(
    outputs.map((output) =>
      stat(output).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (before === of && standing.every(Boolean)) return;
  await make();
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, of);
}
