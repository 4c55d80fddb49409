import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { wallClock } from "../../devices/transports/wall-clock.ts";
import { VirtualClock } from "../../simulator/kernel/clock.ts";
import { start } from "../../simulator/kernel/process.ts";
import type { TerminalProfile } from "../../simulator/messages/profile.ts";
import { SALT_BYTES } from "../../simulator/zip/zip-writer.ts";
import type { DeskReport, DeskTask } from "../desk.ts";
import { readDeskTask } from "../desk-reading.ts";
import type { Decisions } from "../subjects/decisions.ts";
import { packedFolders } from "../subjects/packed-folders.ts";
import { ReceiptSystem } from "../subjects/receipt-system.ts";
import { directoryFolders } from "./directory-folders.ts";
import { Folder, isTemporary } from "./folder-watch.ts";
import { Pace } from "./pace.ts";

/** How often the folders are looked at, ms of the wall. */
const LOOK_MS = 10;
/** Looks between two readings of the result folders without a notice. */
const LOOKS_BETWEEN = 20;

interface Session {
  readonly scenario: string;
  readonly system: ReceiptSystem;
  readonly clock: VirtualClock;
  readonly pace: Pace;
  readonly look: () => void;
}

/**
 * A receipt system of ours in its own process. The product part knows the three folders and nothing else; this adapter
 * plays the clerk: it takes tasks from the desk and reports what was done (docs/live.md). `zip`: which files travel as zip,
 * as the terminal has it.
 */
export async function runSubjectProcess(
  folder: string,
  decisions: Decisions,
  zip: TerminalProfile["zip"],
  factor: number,
  stopped: () => boolean,
): Promise<void> {
  const todo = new Folder(join(folder, "desk", "todo"));
  const acts = new Folder(join(folder, "desk", "acts"));
  let reported = 0;
  const report = (content: DeskReport): void =>
    acts.writeWhole(`${String(++reported).padStart(8, "0")}.json`, `${JSON.stringify(content)}\n`);
  const done = new Set<string>();
  let session: Session | undefined;
  let current = 0;

  const begin = ({ scenario, facility, atMs }: DeskTask): Session => {
    const clock = new VirtualClock(atMs);
    const folders = packedFolders(directoryFolders(folder), { zip, salt: () => randomBytes(SALT_BYTES) });
    const listeners: (() => void)[] = [];
    const system = new ReceiptSystem({
      folders: {
        ...folders,
        onChange: (listener) => {
          listeners.push(listener);
          return folders.onChange(listener);
        },
      },
      clock,
      facility,
      decisions,
      tell: (act) => report({ task: current, scenario, act }),
    });
    return {
      scenario,
      system,
      clock,
      pace: new Pace(atMs, factor, wallClock),
      look: () =>
        listeners.forEach((listener) => {
          listener();
        }),
    };
  };

  const take = (task: DeskTask): void => {
    current = task.task;
    const finish = (): void => report({ task: task.task, scenario: task.scenario, finished: true });
    if (task.step.do === "begin") {
      session = begin(task);
      return finish();
    }
    if (session === undefined || session.scenario !== task.scenario) return;
    // The business clock goes on from the world's; what arrived before is looked at first.
    session.look();
    session.pace.leapTo(task.atMs);
    session.clock.advanceTo(Math.max(task.atMs, session.clock.nowMs));
    start(session.system.act(task.step), (outcome) => {
      if ("error" in outcome) throw outcome.error;
      finish();
    });
  };

  for (let look = 0; !stopped(); look++) {
    for (const name of todo.names()) {
      if (isTemporary(name) || done.has(name)) continue;
      const bytes = todo.read(name);
      if (bytes === undefined) continue;
      const task = readDeskTask(Buffer.from(bytes).toString("utf8"));
      todo.remove(name);
      if ("problem" in task) throw new RangeError(`desk/todo/${name}: ${task.problem}`);
      take(task);
    }
    if (session !== undefined) {
      if (look % LOOKS_BETWEEN === 0) session.look();
      session.clock.advanceTo(Math.max(session.pace.nowMs(), session.clock.nowMs));
    }
    await delay(LOOK_MS);
  }
}
