import * as fs from "node:fs/promises";
import * as path from "node:path";
import { builtFor, headerLength, runsOn, type BuiltFor } from "./builtFor";

/** What the search for the server depends on. */
export interface Surroundings {
  /** The value of `stratus.server.path`; empty means the server that comes with the extension. */
  readonly setting: string;
  /** The folder that the extension is installed in. */
  readonly extensionRoot: string;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** A server that can be started, or the reason why there is none, in words for the user. */
export type ServerLookup =
  { readonly found: true; readonly path: string } | { readonly found: false; readonly problem: string };

/**
 * Finds the server: the one that the setting names, otherwise the bundled one.
 *
 * A setting that leads nowhere is an error and does not fall back to the bundled server: a user who
 * sets a path wants that server, and would not notice that another one runs.
 */
export async function findServer(surroundings: Surroundings): Promise<ServerLookup> {
  const setting = surroundings.setting.trim();
  return setting === "" ? bundledServer(surroundings) : configuredServer(setting, surroundings);
}

async function configuredServer(setting: string, { home, platform, arch }: Surroundings): Promise<ServerLookup> {
  const file = setting.startsWith("~/") ? path.join(home, setting.slice(2)) : setting;
  const says = `\`stratus.server.path\` is \`${setting}\``;
  if (!path.isAbsolute(file)) {
    return { found: false, problem: `${says}, which is not an absolute path.` };
  }
  const flaw = await whatIsWrongWith(file, platform, arch);
  return flaw === null ? { found: true, path: file } : { found: false, problem: `${says}, ${flaw}` };
}

async function bundledServer({ extensionRoot, platform, arch }: Surroundings): Promise<ServerLookup> {
  const file = path.join(extensionRoot, "server", platform === "win32" ? "stratus.exe" : "stratus");
  // Some tools that unpack extensions drop the permission to execute files.
  if (platform !== "win32" && !(await isExecutable(file))) await fs.chmod(file, 0o755).catch(() => undefined);
  const flaw = await whatIsWrongWith(file, platform, arch);
  if (flaw === null) return { found: true, path: file };
  return {
    found: false,
    problem:
      `the server in the extension is \`${file}\`, ${flaw} ` +
      `Install the extension built for ${platform}-${arch}, or set \`stratus.server.path\`.`,
  };
}

/** The flaw as the end of a sentence that has just named the file, or null. */
async function whatIsWrongWith(file: string, platform: NodeJS.Platform, arch: string): Promise<string | null> {
  const stat = await fs.stat(file).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (stat instanceof Error) {
    return stat.code === "ENOENT" ? "but that file does not exist." : `which cannot be opened (${stat.message}).`;
  }
  if (!stat.isFile()) return "which is not a file.";
  if (platform !== "win32" && !(await isExecutable(file))) {
    return `which is not executable. Run \`chmod +x '${file}'\`.`;
  }
  const program = await readHeader(file);
  if (program !== null && !runsOn(program, platform, arch)) {
    const built = program.arch === null ? program.platform : `${program.platform}-${program.arch}`;
    return `which is built for ${built}, but this system is ${platform}-${arch}.`;
  }
  return null;
}

async function isExecutable(file: string): Promise<boolean> {
  return fs.access(file, fs.constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Null also if the file may be executed but not read: then the system decides. */
async function readHeader(file: string): Promise<BuiltFor | null> {
  const handle = await fs.open(file, "r").catch(() => null);
  if (handle === null) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLength), 0, headerLength, 0);
    return builtFor(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
