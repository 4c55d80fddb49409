import { type Surroundings, startProgram } from "./command.ts";

/** What is waited for comes within this time, or something is wrong. */
const PATIENCE_MS = 15_000;
/** A program that does not end when asked to is killed. */
const GRACE_MS = 3_000;

/** A program that runs on: what it says can be waited for, and it can be told something. */
export class Conversation {
  readonly #name: string;
  readonly #child: ReturnType<typeof startProgram>;
  readonly #ended: Promise<number | null>;
  readonly #listeners = new Set<() => void>();
  #text = "";
  /** Up to here its words were waited for already. */
  #heardTo = 0;
  #over = false;

  constructor(surroundings: Surroundings, program: string, args: readonly string[]) {
    this.#name = program;
    this.#child = startProgram(surroundings, program, args);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.#text += text;
        this.#tell();
      });
    }
    this.#child.stdin.on("error", () => {}); // it ended before it read
    this.#ended = new Promise((resolve) => {
      const over = (code: number | null): void => {
        this.#over = true;
        resolve(code);
        this.#tell();
      };
      this.#child.once("error", (error) => {
        this.#text += error.message;
        over(null);
      });
      this.#child.once("close", over);
    });
  }

  /** Process id, for what joins its namespaces. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** All it said, on both streams. */
  get text(): string {
    return this.#text;
  }

  say(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** Waits until it says something, after what was last waited for; at the latest it fails with all that was said. */
  until(pattern: RegExp, patienceMs: number = PATIENCE_MS): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(this.#text.slice(this.#heardTo));
        if (found !== null) {
          this.#heardTo += found.index + found[0].length;
          end();
          resolve(found);
        } else if (this.#over) fail("it ended");
      };
      const fail = (why: string): void => {
        end();
        reject(new Error(`${this.#name} did not say ${pattern}, ${why}; it said:\n${this.#text}`));
      };
      const end = (): void => {
        clearTimeout(deadline);
        this.#listeners.delete(look);
      };
      const deadline = setTimeout(() => fail(`in ${patienceMs} ms`), patienceMs);
      this.#listeners.add(look);
      look();
    });
  }

  /** Its exit code, once it has ended by itself; null where it never began or a signal ended it. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Ends it and waits until it is gone. */
  async end(): Promise<void> {
    this.#child.kill("SIGTERM");
    const killing = setTimeout(() => this.#child.kill("SIGKILL"), GRACE_MS);
    await this.#ended;
    clearTimeout(killing);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
