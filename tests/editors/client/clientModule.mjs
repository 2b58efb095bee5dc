import { build } from "esbuild";
import { inRoot } from "../../../scripts/lib/paths.mjs";

/**
 * Loads a module of the client that needs no editor.
 *
 * @param {string} name in client-extension/src, without .ts
 * @returns {Promise<unknown>} its exports
 */
export async function clientModule(name) {
  const { outputFiles } = await build({
    entryPoints: [inRoot("client-extension", "src", `${name}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const code = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
