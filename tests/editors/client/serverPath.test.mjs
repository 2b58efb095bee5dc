import assert from "node:assert/strict";
import { chmod, copyFile, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { clientModule } from "./clientModule.mjs";

const { findServer } = /** @type {typeof import("../../../client-extension/src/serverPath")} */ (
  await clientModule("serverPath")
);

let extensionRoot = "";
let home = "";

beforeEach(async () => {
  extensionRoot = await mkdtemp(path.join(tmpdir(), "stratus-extension-"));
  home = await mkdtemp(path.join(tmpdir(), "stratus-home-"));
});

afterEach(async () => {
  await rm(extensionRoot, { recursive: true });
  await rm(home, { recursive: true });
});

/** @param {string} setting @param {Partial<import("../../../client-extension/src/serverPath").Surroundings>} [other] */
const find = (setting, other = {}) =>
  findServer({ setting, extensionRoot, home, platform: process.platform, arch: process.arch, ...other });

/** A program that runs on this machine, wherever that is. @param {string} file */
async function putProgram(file) {
  await mkdir(path.dirname(file), { recursive: true });
  await copyFile(process.execPath, file);
  return file;
}

const bundled = () => path.join(extensionRoot, "server", process.platform === "win32" ? "stratus.exe" : "stratus");

/** @param {Awaited<ReturnType<typeof findServer>>} lookup */
function problemOf(lookup) {
  assert.ok(!lookup.found);
  return lookup.problem;
}

test("without a setting the server in the extension is started", async () => {
  await putProgram(bundled());
  assert.deepEqual(await find(""), { found: true, path: bundled() });
});

test("white space is no path", async () => {
  await putProgram(bundled());
  assert.deepEqual(await find("  "), { found: true, path: bundled() });
});

test("a path in the settings is started instead of the bundled server", async () => {
  await putProgram(bundled());
  const own = await putProgram(path.join(home, "bin", "stratus"));
  assert.deepEqual(await find(own), { found: true, path: own });
});

test("~/ is the home folder", async () => {
  const own = await putProgram(path.join(home, "bin", "stratus"));
  assert.deepEqual(await find("~/bin/stratus"), { found: true, path: own });
});

test("a path that leads nowhere is told, and the bundled server is not taken instead", async () => {
  await putProgram(bundled());
  const nowhere = path.join(home, "gone");
  assert.equal(
    problemOf(await find(nowhere)),
    `\`stratus.server.path\` is \`${nowhere}\`, but that file does not exist.`,
  );
});

test("a folder is no server", async () => {
  assert.match(problemOf(await find(home)), /which is not a file/);
});

test("a relative path is told, for it could mean any folder", async () => {
  assert.match(problemOf(await find("bin/stratus")), /`stratus\.server\.path` is `bin\/stratus`.*not an absolute path/);
});

test("a missing bundled server is told with the system that it is missing for", async () => {
  const problem = problemOf(await find("", { platform: "linux", arch: "arm64" }));
  assert.match(problem, /server in the extension.*does not exist.*linux-arm64.*`stratus\.server\.path`/);
});

test("a file that is not executable is reported with the command that changes it", { skip: onWindows() }, async () => {
  const own = await putProgram(path.join(home, "stratus"));
  await chmod(own, 0o644);
  assert.match(problemOf(await find(own)), /is not executable\. Run `chmod \+x/);
});

test("a bundled server that lost its mark as a program gets it back", { skip: onWindows() }, async () => {
  await putProgram(bundled());
  await chmod(bundled(), 0o644);
  assert.deepEqual(await find(""), { found: true, path: bundled() });
  assert.equal((await stat(bundled())).mode & 0o111, 0o111);
});

test("a script of the user's own is a server as good as any", { skip: onWindows() }, async () => {
  const script = path.join(home, "stratus.sh");
  await writeFile(script, "#!/bin/sh\nexec stratus\n", { mode: 0o755 });
  assert.deepEqual(await find(script), { found: true, path: script });
});

for (const [what, header, system] of /** @type {const} */ ([
  ["Linux on Arm", elf(0xb7), "linux-arm64"],
  ["macOS on Arm", machO(0x0100000c), "darwin-arm64"],
  ["Windows", portableExecutable(0x8664), "win32-x64"],
])) {
  test(`a program for ${what} is reported on Linux on x64, where the system's own error would not say so`, async () => {
    const file = path.join(home, "stratus");
    await writeFile(file, header, { mode: 0o755 });
    const problem = problemOf(await find(file, { platform: "linux", arch: "x64" }));
    assert.match(problem, new RegExp(`is built for ${system}, but this system is linux-x64`));
  });
}

test("a program for x64 runs on a Mac on Arm", async () => {
  const file = path.join(home, "stratus");
  await writeFile(file, machO(0x01000007), { mode: 0o755 });
  assert.deepEqual(await find(file, { platform: "darwin", arch: "arm64" }), { found: true, path: file });
});

function onWindows() {
  return process.platform === "win32" ? "Windows knows no such mark" : false;
}

/** @param {number} machine */
function elf(machine) {
  const header = Buffer.alloc(64);
  header.writeUInt32BE(0x7f454c46, 0);
  header[5] = 1;
  header.writeUInt16LE(machine, 18);
  return header;
}

/** @param {number} processor */
function machO(processor) {
  const header = Buffer.alloc(64);
  header.writeUInt32BE(0xcffaedfe, 0);
  header.writeUInt32LE(processor, 4);
  return header;
}

/** @param {number} machine */
function portableExecutable(machine) {
  const header = Buffer.alloc(256);
  header.write("MZ", 0, "latin1");
  header.writeUInt32LE(0x80, 0x3c);
  header.write("PE\0\0", 0x80, "latin1");
  header.writeUInt16LE(machine, 0x84);
  return header;
}
