import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { Obstacle } from "./say.mjs";

/**
 * @typedef {object} Outcome
 * @property {boolean} ok whether it ran and ended with exit code 0
 * @property {number | null} code its exit code; null where it could not be started, or a signal ended it
 * @property {string} output what it wrote to stdout and stderr, in the order written
 * @property {string} stdout what it wrote to stdout alone
 */

/**
 * Runs a program and keeps what it says.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] show: pass the output on as it comes
 * @returns {Promise<Outcome>} never rejects: a program that cannot be started has failed
 */
export function attempt(program, args, { cwd = root, env = process.env, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === "win32" && program === "npm",
    });
    let [output, stdout] = ["", ""];
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from.setEncoding("utf8");
      from.on("data", (/** @type {string} */ text) => {
        output += text;
        if (from === child.stdout) stdout += text;
        if (show) to.write(text);
      });
    }
    child.on("error", (error) => {
      resolve({ ok: false, code: null, output: `${output}${program}: ${error.message}\n`, stdout });
    });
    child.on("close", (code) => {
      resolve({ ok: code === 0, code, output, stdout });
    });
  });
}

/**
 * Runs a program that must succeed, quietly; what it said is shown only when it fails.
 *
 * @param {string} purpose what failed, for the message
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} its output
 */
export async function run(purpose, program, args, options = {}) {
  const { ok, output } = await attempt(program, args, options);
  if (!ok) throw new Obstacle(`${purpose} failed (${[program, ...args].join(" ")}):\n${output.trimEnd()}`);
  return output;
}
