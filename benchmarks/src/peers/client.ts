/** The asking side of `bench:peers`: a process that runs an engine and answers one request at a time. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Engine } from "./engines.js";
import type { Answer, Request } from "./serve-loop.js";

const NOTHING: Answer = { us: null, check: null };

/** Limits every library that can be told to one thread: engines are compared on one core. */
const oneThread = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

export class Client {
  /** Why the engine can't be measured; undefined while it can. */
  missing: string | undefined;
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string, undefined>;
  private complaints = "";

  constructor(readonly engine: Engine) {
    const [command, ...args] = engine.command;
    this.child = spawn(command!, args, { stdio: "pipe", env: { ...process.env, ...oneThread } });
    this.child.on("error", (error) => (this.missing = error.message));
    // A write to a process that has ended. The end of its output reports that too.
    this.child.stdin!.on("error", () => undefined);
    this.child.stderr!.on("data", (chunk: Buffer) => (this.complaints += chunk.toString()));
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async ask(request: Request): Promise<Answer> {
    if (this.missing !== undefined) return NOTHING;
    this.child.stdin!.write(`${JSON.stringify(request)}\n`);
    for (;;) {
      const next = await this.lines.next();
      if (next.done === true) {
        this.missing ??= this.complaints.trim().split("\n").at(-1) ?? "it ended";
        return NOTHING;
      }
      // Libraries print greetings of their own. Lines of JSON come from the other side of this protocol.
      if (next.value.startsWith("{")) return JSON.parse(next.value) as Answer;
    }
  }

  close(): void {
    this.child.stdin!.end();
  }

  /** The answer, or none after `seconds`, when the process is killed. */
  async askWithin(seconds: number, request: Request): Promise<Answer> {
    const timer = setTimeout(() => {
      this.missing = `no answer to ${request.workload} within ${seconds} s`;
      this.child.kill("SIGKILL");
    }, seconds * 1e3);
    try {
      return await this.ask(request);
    } finally {
      clearTimeout(timer);
    }
  }
}
