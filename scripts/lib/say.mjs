// How the scripts speak: short lines, coloured where a person reads them.

const colourful = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;

/** @param {number} on @param {number} off */
const style = (on, off) => (/** @type {string} */ text) => (colourful ? `\x1b[${on}m${text}\x1b[${off}m` : text);

export const bold = style(1, 22);
export const dim = style(2, 22);
export const red = style(31, 39);
export const green = style(32, 39);
export const yellow = style(33, 39);
export const blue = style(34, 39);
export const cyan = style(36, 39);

/** @param {string} [line] */
export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/** @param {string} line what is being done now */
export function step(line) {
  say(`${cyan("›")} ${line}`);
}

/**
 * A failure that the user can do something about: its message is all there is to say.
 */
export class Obstacle extends Error {}

/**
 * Runs a command of this folder: an {@link Obstacle} ends it with its message alone, any other
 * error, being a bug, with its stack.
 *
 * @param {() => Promise<void>} command
 */
export async function main(command) {
  // A reader that has seen enough, as in `npm start | head`, is no failure.
  process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    const text = error instanceof Obstacle ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${red("✗")} ${text}\n`);
  }
}

/** @param {number} since as given by performance.now() */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
