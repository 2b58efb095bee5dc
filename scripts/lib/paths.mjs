import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** @param {...string} parts a path inside the checkout */
export const inRoot = (...parts) => path.join(root, ...parts);

const exe = process.platform === "win32" ? ".exe" : "";
export const serverFile = inRoot("dist", `stratus${exe}`);
export const vsixFile = inRoot("dist", "stratus.vsix");
export const bundledServerFile = inRoot("client-extension", "server", `stratus${exe}`);

/** What this checkout keeps between runs: stamps and intermediate files. */
export const buildCache = inRoot(".cache");

/** What all checkouts of this user share. */
export const userCache = path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "stratus");
