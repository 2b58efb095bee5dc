import { attempt } from "./run.mjs";
import { step } from "./say.mjs";

/**
 * Installs Debian packages where that is possible: on Debian or a child of it, as root.
 *
 * @param {readonly string[]} packages
 * @param {string} purpose why, for the line that announces it
 * @returns {Promise<string | null>} null when installed, else the reason why not
 */
export async function installDebianPackages(packages, purpose) {
  const list = packages.join(" ");
  if (!(await attempt("apt-get", ["--version"])).ok) return `install these by hand: ${list}`;
  if (process.getuid?.() !== 0) return `not running as root; run: sudo apt-get install ${list}`;
  step(`apt-get install ${list}  (${purpose})`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  const update = await attempt("apt-get", [...wait, "update", "-qq"], { env });
  const install = await attempt("apt-get", [...wait, "install", "-y", "-qq", "--no-install-recommends", ...packages], {
    env,
  });
  if (install.ok) return null;
  const said = `${update.ok ? "" : update.output}${install.output}`.trim().split("\n");
  return `apt-get install ${list} failed: ${said.filter((line) => line.startsWith("E:")).at(-1) ?? said.at(-1)}`;
}
