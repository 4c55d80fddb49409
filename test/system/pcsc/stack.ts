import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { root } from "../../architecture/source-files.ts";
import { type Ended, plainEnvironment, runProgram, type Surroundings } from "./command.ts";
import { Conversation } from "./conversation.ts";
import { requirePackages } from "./packages.ts";
import { untilReaders } from "./readers.ts";

/** A PC/SC stack of a machine: the checks do not know whose it is. */
export interface Stack {
  /** Names its readers have while cards are laid, as PC/SC programs see them. */
  readonly readers: readonly [string, string];
  readonly surroundings: Surroundings;
  /** How `madoguchi card` reaches it. */
  readonly cardOptions: readonly string[];
  close(): Promise<void>;
}

/** A folder of a check's own, gone with it. */
export interface Folder {
  readonly path: string;
  remove(): void;
}

/** Makes a folder that no other run has. */
export function ownFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "madoguchi-pcsc-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Our own PC/SC service, on a socket in a folder of its own; it lives in the process the cards live in. */
export async function openOwnService(): Promise<Stack> {
  requirePackages();
  const folder = ownFolder();
  const socketPath = join(folder.path, "pcscd.comm");
  return {
    readers: ["Madoguchi 00 00", "Madoguchi 01 00"],
    surroundings: { prefix: [], env: { ...plainEnvironment(folder.path), PCSCLITE_CSOCK_NAME: socketPath } },
    cardOptions: ["--pcsc", socketPath],
    close: async () => folder.remove(),
  };
}

/** Cards in the readers of a stack; `await using` takes them out again. */
export interface Table extends AsyncDisposable {
  readonly readers: readonly [string, string];
  /** Where files of a check go. */
  readonly folder: string;
  /** Runs a program that uses the stack. */
  run(program: string, args: readonly string[], input?: string): Promise<Ended>;
  /** Starts one that runs on; it is ended with the table at the latest. */
  start(program: string, args: readonly string[]): Conversation;
  /** Tells `madoguchi card` something: `remove 0`, `insert 0 employee`, `unblock 1`, … */
  tell(line: string): void;
  /** What `madoguchi card` says. */
  readonly cards: Conversation;
  /** Waits until PC/SC programs see cards in just these readers, in their order. */
  seen(...cards: readonly boolean[]): Promise<void>;
}

/** Lays cards into the readers with `madoguchi card`, one a persona, and waits until PC/SC programs see them. */
export async function layTable(stack: Stack, personas: readonly string[], ...options: string[]): Promise<Table> {
  const folder = ownFolder();
  const { surroundings } = stack;
  const whose = personas.flatMap((persona) => ["--persona", persona]);
  const args = [join(root, "harness/cli.ts"), "card", ...stack.cardOptions, "--lang", "en", ...whose, ...options];
  const cards = new Conversation(surroundings, process.execPath, args);
  const started: Conversation[] = [];
  const table: Table = {
    readers: stack.readers,
    folder: folder.path,
    cards,
    run: (program, args, input) => runProgram(surroundings, program, args, input),
    start(program, args) {
      const conversation = new Conversation(surroundings, program, args);
      started.push(conversation);
      return conversation;
    },
    tell: (line) => cards.say(line),
    seen: (...wanted) => untilReaders(surroundings, (seen) => wanted.every((card, at) => seen[at]?.card === card)),
    async [Symbol.asyncDispose]() {
      for (const conversation of started) await conversation.end();
      await cards.end();
      try {
        await untilReaders(surroundings, (seen) => seen.every(({ card }) => !card));
      } finally {
        folder.remove();
      }
    },
  };
  try {
    await cards.until(/to end\n/);
    await table.seen(...personas.map(() => true));
  } catch (error) {
    await table[Symbol.asyncDispose]();
    throw error;
  }
  return table;
}

/** Cards that lie there for all checks of a `describe`; for checks that leave nothing behind. */
export function tableOf(stack: () => Stack, personas: readonly string[], ...options: string[]): () => Table {
  let table: Table | undefined;
  beforeAll(async () => {
    table = await layTable(stack(), personas, ...options);
  });
  afterAll(() => table?.[Symbol.asyncDispose]());
  return () => {
    if (table === undefined) throw new Error("the cards were not laid");
    return table;
  };
}
