import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Lines of a child process, one by one. */
export class Lines {
  readonly #lines: AsyncIterator<string>;
  readonly child: ChildProcess;

  constructor(child: ChildProcess) {
    if (child.stdout === null) throw new Error("the child's output must be a pipe");
    this.child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** The next line; an error when the process ended instead. */
  async next(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`the program ended: ${this.child.spawnargs.join(" ")}`);
    return value;
  }

  /** Reads on until a line matches. */
  async until(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = await this.next();
      if (pattern.test(line)) return line;
    }
  }

  /** Ends when the process has ended, with its exit code. */
  ended(): Promise<number | null> {
    const { child } = this;
    return new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
      else child.once("exit", (code) => resolve(code));
    });
  }
}

/** What a call came to: `code` is the return code of PC/SC. */
export interface Answer {
  readonly code: number;
  readonly [field: string]: unknown;
}

/** A Python program that makes the PC/SC calls it is told to. */
export class Leash extends Lines {
  constructor(python: string, script: string, env: Readonly<Record<string, string | undefined>>) {
    super(spawn(python, [script], { env, stdio: ["pipe", "pipe", "inherit"] }));
  }

  /** Starts a call; the answer may take long. One call at a time. */
  async call(call: string, ...args: readonly unknown[]): Promise<Answer> {
    this.child.stdin?.write(`${JSON.stringify({ call, args })}\n`);
    return JSON.parse(await this.next());
  }

  /** Kills it as nothing else does. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended();
  }
}
