import { homedir } from "node:os";
import { workspace, type OutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type CompletionMiddleware,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { AsYouType } from "./asYouType";
import { Crashes } from "./crashes";
import { reportFailure } from "./failure";
import { explainsRules } from "./rulePages";
import { findServer } from "./serverPath";
import { endServer, startServer, type ServerProcess } from "./serverProcess";

const answerWithinMs = 15_000;
const exitWithinMs = 2_000;

/** A server and its client; every start makes a new pair. */
interface Running {
  readonly server: ServerProcess;
  readonly client: LanguageClient;
  readonly asYouType: AsYouType;
}

/** Reports its failures only in the output channel: the session tells the user, once, in its own words. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Keeps one server running, and says why when it cannot. */
export class Session {
  private readonly crashes = new Crashes();
  private running: Running | null = null;
  /** Starts and stops wait for each other here. Never rejects. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionRoot: string,
    private readonly output: OutputChannel,
  ) {}

  start(): Promise<void> {
    return this.enqueue(() => this.startNow());
  }

  restart(): Promise<void> {
    this.crashes.forget();
    return this.enqueue(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopNow());
  }

  /** The page of a rule as Markdown; null for an unknown rule, or without a server. */
  async pageOf(code: string): Promise<string | null> {
    const page = await this.running?.client
      .sendRequest<{ markdown: string } | null>("stratus/explain", { code })
      .catch(() => null);
    return page?.markdown ?? null;
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step).catch((error: unknown) => {
      this.fail(error instanceof Error ? error.message : String(error));
    });
    return this.queue;
  }

  private async startNow(): Promise<void> {
    if (this.running !== null) return;
    const lookup = await findServer({
      setting: workspace.getConfiguration("stratus").get("server.path", ""),
      extensionRoot: this.extensionRoot,
      home: homedir(),
      platform: process.platform,
      arch: process.arch,
    });
    if (!lookup.found) {
      this.fail(lookup.problem);
      return;
    }
    this.output.appendLine(`Starting ${lookup.path}`);
    const server = await startServer(lookup.path).catch((error: unknown) => {
      this.fail(`\`${lookup.path}\` cannot be executed: ${error instanceof Error ? error.message : String(error)}.`);
      return null;
    });
    if (server !== null) await this.connect(server, lookup.path);
  }

  private async connect(server: ServerProcess, path: string): Promise<void> {
    const asYouType = new AsYouType();
    const options = this.options(asYouType.middleware);
    const client = new QuietClient("stratus", "Stratus", () => Promise.resolve(server.child), options);
    client.registerFeature(explainsRules);
    const noAnswer = new Promise<string>((resolve) => setTimeout(resolve, answerWithinMs, "").unref());
    const obstacle = await Promise.race([
      client.start().then(
        () => null,
        (error: unknown) => Promise.race([server.ended.then((how) => `ended ${how}`), refusal(error)]),
      ),
      server.ended.then((how) => `ended ${how}`),
      noAnswer.then(() => `did not answer within ${String(answerWithinMs / 1000)} s`),
    ]);
    if (obstacle === null) {
      asYouType.listen(client);
      this.running = { server, client, asYouType };
      void server.ended.then((how) => this.serverEnded(server, how));
      return;
    }
    await endServer(server, 0);
    await client.dispose().catch(() => undefined);
    this.fail(`\`${path}\` ${obstacle}. Check that it is a Stratus server of the same version as the extension.`);
  }

  private async stopNow(): Promise<void> {
    const running = this.running;
    if (running === null) return;
    this.running = null;
    running.asYouType.dispose();
    await running.client.dispose(exitWithinMs).catch(() => undefined);
    await endServer(running.server, exitWithinMs);
  }

  /** Called once for every server, also for those that were stopped on purpose. */
  private async serverEnded(server: ServerProcess, how: string): Promise<void> {
    const running = this.running;
    if (running?.server !== server) return;
    this.running = null;
    running.asYouType.dispose();
    this.output.appendLine(`The server ended ${how}.`);
    await running.client.dispose().catch(() => undefined);
    if (this.crashes.mayRestart(Date.now())) await this.start();
    else
      this.fail(
        `the server keeps ending, the last time ${how}. To try again, run the command \`Stratus: Restart server\`.`,
      );
  }

  private fail(problem: string): void {
    reportFailure(problem, this.output);
  }

  private options(middleware: CompletionMiddleware): LanguageClientOptions {
    return {
      middleware,
      documentSelector: [
        { language: "markdown", scheme: "file" },
        { language: "markdown", scheme: "untitled" },
      ],
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
      },
    };
  }
}

/** Waits, because how a server ends says more than the request that it drops. */
async function refusal(error: unknown): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  return `refused to start: ${error instanceof Error ? error.message : String(error)}`;
}
