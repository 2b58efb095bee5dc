import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";

/** A running server. */
export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Settles when the process has ended, and says how in words for the user. */
  readonly ended: Promise<string>;
}

const lastWordsWithinMs = 300;

/** Starts `stratus lsp`. Rejects with the system's reason when the program cannot be executed. */
export async function startServer(path: string): Promise<ServerProcess> {
  const child = spawn(path, ["lsp"], { stdio: "pipe", windowsHide: true });
  let lastWords = "";
  child.stderr.on("data", (data: Buffer) => {
    lastWords = (lastWords + data.toString("utf8")).slice(-2000);
  });
  // A server that ends while it is written to must not end the extension host too.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<string>((resolve) => {
    const settle = (code: number | null, signal: NodeJS.Signals | null): void => {
      const how = signal === null ? `with exit code ${String(code)}` : `by signal ${signal}`;
      const words = lastWords.trim().split("\n").at(-1)?.trim() ?? "";
      resolve(words === "" ? how : `${how}: ${words}`);
    };
    child.once("close", settle);
    // A process that ended before its output was read never closes it.
    child.once("exit", (code, signal) => setTimeout(settle, lastWordsWithinMs, code, signal));
  });
  await once(child, "spawn");
  child.on("error", () => undefined);
  return { child, ended };
}

/** Gives the process, asked to exit, a moment to do so, then ends it. */
export async function endServer(server: ServerProcess, patienceMs: number): Promise<void> {
  const patience = setTimeout(() => server.child.kill("SIGKILL"), patienceMs);
  await server.ended;
  clearTimeout(patience);
}
