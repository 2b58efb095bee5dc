// What each thing that is built is made of, as folders and files of the checkout: whole folders, so that a new file in
// one of them is not forgotten. tests/scripts/inputs.test.mjs asks the build tools whether they take anything else.

export const serverInputs = [
  "server",
  // Embedded: they are what `stratus explain` prints.
  "docs/rules",
  ...["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"],
  "scripts/lib/build.mjs",
];

export const extensionInputs = [
  "client-extension",
  ...["package.json", "package-lock.json", "tsconfig.base.json"],
  "scripts/lib/build.mjs",
];

/** Names of folders that are made and not written, wherever they are. */
const madeFolders = new Set(["bin", "obj", "dist", "node_modules"]);

/** The copy of the server that is packaged. */
const madePlaces = new Set(["client-extension/server"]);

/**
 * Whether something is made by a build, so that it tells nothing of what the build is made of.
 *
 * @param {string} place a path in the checkout, with slashes
 */
export const isMade = (place) => madePlaces.has(place) || place.split("/").some((name) => madeFolders.has(name));

/** @param {string} place a path in the checkout, with slashes @param {readonly string[]} inputs */
export const isInput = (place, inputs) =>
  !isMade(place) && inputs.some((input) => place === input || place.startsWith(`${input}/`));
