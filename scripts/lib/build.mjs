import { chmod, copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fingerprint, makeOnce } from "./fingerprint.mjs";
import { extensionInputs, serverInputs } from "./inputs.mjs";
import { provideNativeToolchain } from "./nativeToolchain.mjs";
import { buildCache, bundledServerFile, inRoot, root, serverFile, vsixFile } from "./paths.mjs";
import { run } from "./run.mjs";
import { Obstacle, bold, dim, say, seconds, step, yellow } from "./say.mjs";

/** Where the documentation is published, for links from diagnostics to the pages of their rules; empty for nowhere. */
const site = process.env["STRATUS_SITE"] ?? "";

const systems = /** @type {Record<string, string>} */ ({ linux: "linux", darwin: "osx", win32: "win" });
const runtime = `${systems[process.platform] ?? process.platform}-${process.arch}`;

/**
 * Leaves dist/stratus and dist/stratus.vsix, doing only what is not done yet.
 *
 * @param {{ native?: boolean }} [options] native: false publishes without NativeAOT even where it is possible
 */
export async function build({ native = true } = {}) {
  const server = await fingerprint(serverInputs, [runtime, `native ${native}`, `site ${site}`]);
  await makeOnce({
    stamp: path.join(buildCache, "server.stamp"),
    of: server,
    outputs: [serverFile],
    make: () => publishServer(native),
  });
  await makeOnce({
    stamp: path.join(buildCache, "extension.stamp"),
    of: await fingerprint(extensionInputs, [server]),
    outputs: [vsixFile, bundledServerFile],
    make: packageExtension,
  });
}

// Not trimmed: the trimmer warns of parts of the libraries that NativeAOT never compiles in.
const selfContained = ["--self-contained", "-p:PublishAot=false", "-p:PublishSingleFile=true"];

/** @param {boolean} wantsNative */
async function publishServer(wantsNative) {
  if (site !== "" && !/^https?:\/\/[^\s;]+$/.test(site)) throw new Obstacle(`STRATUS_SITE is no web address: ${site}`);
  await publish({
    project: "server/Stratus.Server",
    program: serverFile,
    wantsNative,
    properties: site === "" ? [] : [`-p:StratusSite=${site}`],
  });
}

/**
 * Leaves the benchmarks as a program that is made like the server.
 *
 * @returns {Promise<string>} the program
 */
export async function buildBenchmarks() {
  const program = path.join(buildCache, `Stratus.Benchmarks${path.extname(serverFile)}`);
  await makeOnce({
    stamp: path.join(buildCache, "benchmarks.stamp"),
    of: await fingerprint([...serverInputs, "tests/benchmarks", "tests/Directory.Build.props"], [runtime]),
    outputs: [program],
    make: () => publish({ project: "tests/benchmarks", program, wantsNative: true }),
  });
  return program;
}

/**
 * @param {object} what
 * @param {string} what.project its folder in the checkout
 * @param {string} what.program the file to leave; the project's program has its name
 * @param {boolean} what.wantsNative
 * @param {readonly string[]} [what.properties]
 */
async function publish({ project, program, wantsNative, properties = [] }) {
  const began = performance.now();
  const obstacle = wantsNative ? await provideNativeToolchain() : "--no-aot was given";
  if (obstacle !== null) {
    say(yellow(`No native toolchain: ${obstacle}.`));
    say(yellow("Building a self-contained program instead: it works alike, but is larger and starts more slowly."));
  }
  const folder = path.join(buildCache, "publish");
  await rm(folder, { recursive: true, force: true });
  step(`dotnet publish ${project} for ${runtime}${obstacle === null ? ", NativeAOT" : ", self-contained"}`);
  await run(`Publishing ${project}`, "dotnet", [
    ...["publish", inRoot(project), "-c", "Release", "-r", runtime, "-o", folder, "--nologo"],
    ...(obstacle === null ? [] : selfContained),
    ...properties,
  ]);
  await replaceFile(path.join(folder, path.basename(program)), program);
  await rm(folder, { recursive: true });
  const megabytes = (await stat(program)).size / 1e6;
  say(dim(`  ${bold(path.relative(root, program))} ${megabytes.toFixed(1)} MB, ${seconds(began)}`));
}

async function packageExtension() {
  const began = performance.now();
  step("packaging the VS Code extension");
  await replaceFile(serverFile, bundledServerFile);
  const extension = inRoot("client-extension");
  await run("Bundling the client", process.execPath, ["esbuild.mjs"], { cwd: extension });
  const vsce = inRoot("node_modules", "@vscode", "vsce", "vsce");
  // The extension holds a program for one system, and editors refuse it on another.
  const target = `${process.platform}-${process.arch}`;
  await run(
    "Packaging the extension",
    process.execPath,
    [vsce, "package", "--target", target, "--no-dependencies", "--allow-missing-repository", "--out", vsixFile],
    { cwd: extension },
  );
  say(dim(`  ${bold("dist/stratus.vsix")} ${seconds(began)}`));
}

/**
 * Puts a program in the place of another that may be running at the moment.
 *
 * @param {string} source
 * @param {string} target
 */
async function replaceFile(source, target) {
  await mkdir(path.dirname(target), { recursive: true });
  const fresh = `${target}.new`;
  await copyFile(source, fresh);
  await chmod(fresh, 0o755);
  await rename(fresh, target);
}
