import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installDebianPackages } from "./apt.mjs";
import { attempt } from "./run.mjs";

/**
 * Sees to what NativeAOT links with: a C compiler and zlib.
 *
 * @returns {Promise<string | null>} null when it is there, else the reason why it cannot be had
 */
export async function provideNativeToolchain() {
  // The SDK finds Visual Studio's linker by itself, and says so when there is none.
  if (process.platform === "win32" || (await canLink())) return null;
  if (process.platform === "darwin") return "no C compiler found; run: xcode-select --install";
  const obstacle = await installDebianPackages(["clang", "zlib1g-dev"], "to compile the server to native code");
  if (obstacle !== null) return obstacle;
  return (await canLink()) ? null : "clang and zlib1g-dev are installed, and yet a trial program does not link";
}

/** Whether a trial program links with zlib; the compilers in the order in which .NET looks for them. */
async function canLink() {
  const folder = await mkdtemp(path.join(tmpdir(), "stratus-link-"));
  try {
    const source = path.join(folder, "trial.c");
    await writeFile(source, "#include <zlib.h>\nint main(void) { return zlibVersion()[0] == 0; }\n");
    for (const compiler of ["clang", "gcc"]) {
      if ((await attempt(compiler, [source, "-lz", "-o", path.join(folder, "trial")])).ok) return true;
    }
    return false;
  } finally {
    await rm(folder, { recursive: true });
  }
}
