import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "../../../scripts/lib/run.mjs";

const startsWithinMs = 30_000;

/** A VS Code that keeps still: nothing asks, greets, updates or animates. */
const stillness = {
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "git.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "window.confirmBeforeClose": "never",
  "window.dialogStyle": "custom",
  "workbench.editor.enablePreview": false,
  "workbench.enableExperiments": false,
  "workbench.reduceMotion": "on",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "editor.accessibilitySupport": "off",
  "editor.occurrencesHighlight": "off",
  "editor.selectionHighlight": false,
  "editor.minimap.enabled": false,
};

/**
 * A VS Code of its own (settings, extensions, state) behind a web server on this machine.
 *
 * @typedef {object} CodeServer
 * @property {(folder: string) => string} address of a window on a folder
 * @property {() => Promise<void>} stop also removes whatever it kept on disk
 */

/**
 * @param {object} options
 * @param {string} options.entry code-server's entry
 * @param {readonly string[]} options.extensions .vsix files to install
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer({ entry, extensions }) {
  const home = await mkdtemp(path.join(tmpdir(), "stratus-vscode-"));
  const userData = path.join(home, "user-data");
  const settingsFile = path.join(userData, "User/settings.json");
  await mkdir(path.dirname(settingsFile), { recursive: true });
  await writeFile(settingsFile, JSON.stringify(stillness, null, 2));
  const config = path.join(home, "config.yaml");
  await writeFile(config, "auth: none\n");

  const env = environment(home);
  const places = ["--config", config, "--user-data-dir", userData, "--extensions-dir", path.join(home, "extensions")];
  for (const extension of extensions) {
    const install = [entry, ...places, "--install-extension", extension];
    await run(`Installing ${path.basename(extension)} in VS Code`, process.execPath, install, { env });
  }

  const port = await freePort();
  const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--ignore-last-opened"];
  const silence = ["telemetry", "update-check", "workspace-trust", "getting-started-override"];
  const server = spawn(
    process.execPath,
    [entry, ...places, ...options, ...silence.map((what) => `--disable-${what}`)],
    {
      env,
      // A process group of its own, so that the extension hosts can be ended with it.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let log = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (data) => {
      log += String(data);
    });
  }

  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGTERM");
      await Promise.race([once(server, "exit"), sleep(5_000, undefined, { ref: false })]);
    }
    if (server.pid !== undefined) endGroup(server.pid);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const healthy = `http://127.0.0.1:${port}/healthz`;
  const began = Date.now();
  while (!(await answers(healthy))) {
    if (server.exitCode !== null || Date.now() - began > startsWithinMs) {
      await stop();
      throw new Error(`code-server did not start:\n${log}`);
    }
    await sleep(100);
  }
  return { address: (folder) => `http://127.0.0.1:${port}/?folder=${encodeURI(folder)}`, stop };
}

/** @param {string} home @returns {NodeJS.ProcessEnv} */
function environment(home) {
  const own = /^(VSCODE|ELECTRON)_/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))),
    // Else the extension host asks a login shell for its PATH.
    VSCODE_CLI: "1",
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    SHELL: "/bin/sh",
    XDG_DATA_HOME: path.join(home, "data"),
    XDG_CONFIG_HOME: path.join(home, "config"),
  };
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no TCP port to listen on");
  return address.port;
}

/** @param {string} url */
const answers = (url) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

/** @param {number} leader */
function endGroup(leader) {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    // Nobody left to end is what was wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
