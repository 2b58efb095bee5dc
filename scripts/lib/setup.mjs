import { fingerprint, makeOnce } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { attempt, run } from "./run.mjs";
import { Obstacle, step } from "./say.mjs";

const oldestNode = [20, 19];
const dotnetMajor = "10";

/** Sees to everything that the other commands stand on, installing what a package manager can. */
export async function setUp() {
  requireNode();
  await requireDotnet();
  await installNodeModules();
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = oldestNode;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new Obstacle(`Stratus needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`);
  }
}

async function requireDotnet() {
  const sdks = await attempt("dotnet", ["--list-sdks"]);
  const versions = sdks.ok ? [...sdks.output.matchAll(/^(\d+)\.\S+/gm)] : [];
  if (versions.some(([, major]) => major === dotnetMajor)) return;
  const present = versions.length === 0 ? "none is installed" : `only ${versions.map(([v]) => v).join(", ")} found`;
  throw new Obstacle(
    `Stratus needs the .NET SDK ${dotnetMajor}; ${present}. Install it from https://dot.net and put \`dotnet\` on the PATH.`,
  );
}

async function installNodeModules() {
  await makeOnce({
    stamp: inRoot("node_modules", ".stratus-setup"),
    of: await fingerprint(["package-lock.json"]),
    outputs: [inRoot("node_modules", ".package-lock.json")],
    make: async () => {
      step("npm ci");
      // No package here needs its install script; some would fetch programs that are not used.
      await run("Installing the Node packages", "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    },
  });
}
