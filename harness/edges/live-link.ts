import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ExchangeFolders } from "../../devices/terminal/exchange-folder.ts";
import type { WallClock } from "../../devices/transports/wall-clock.ts";
import { sameBytes } from "../../simulator/kernel/bytes.ts";
import { messageKind, parseFileName } from "../../simulator/messages/index.ts";
import { SINGLE_MESSAGE_LIMITS } from "../../simulator/messages/xml-reader.ts";
import { ConfigurationError } from "../configuration-error.ts";
import type { DeskTask } from "../desk.ts";
import { readDeskReport } from "../desk-reading.ts";
import type { Input } from "../live-run.ts";
import { Folder, isTemporary } from "./folder-watch.ts";

/** Whatever the notices said, so often all is looked at: notices get lost. ms of the wall. */
const LOOK_AT_ALL_MS = 200;
/** No more than this part of the time goes into looking at all: to list ten thousand old files takes 10 ms, a share's more. */
const MOST_OF_THE_TIME = 1 / 200;
/** And however long a look takes, the next one comes after this, ms. */
const LATEST_LOOK_MS = 5_000;

/** The real folders between a live world and a receipt system outside, and the desk beside them. */
export class LiveLink {
  readonly #req: Folder;
  readonly #results: Readonly<Record<"res" | "face", Folder>>;
  readonly #todo: Folder;
  readonly #acts: Folder;
  readonly #requests = new Map<string, Uint8Array>();
  readonly #written = new Set<string>();
  readonly #stops: (() => void)[];
  readonly #warn: (problem: string) => void;
  readonly #clock: WallClock;
  readonly #stamps = new Map<string, string>();
  readonly #touched = new Map<Folder, Set<string>>();
  /** True at the start, and after a notice without a name: anything may have changed. */
  #everything = true;
  #changed = true;
  #looksAtAllMs = Number.NEGATIVE_INFINITY;
  #wake: (() => void) | undefined;

  /** `warn` is told of every report at the desk that cannot be read; `clock` says when it is time to look at all. */
  constructor(folder: string, warn: (problem: string) => void, clock: WallClock) {
    refuseForeignFolder(folder);
    this.#warn = warn;
    this.#clock = clock;
    this.#req = new Folder(join(folder, "req"));
    this.#results = { res: new Folder(join(folder, "res")), face: new Folder(join(folder, "face")) };
    this.#todo = new Folder(join(folder, "desk", "todo"));
    this.#acts = new Folder(join(folder, "desk", "acts"));
    this.#stops = [this.#req, this.#results.res, this.#results.face, this.#acts].map((watched) => {
      this.#touched.set(watched, new Set());
      return watched.onChange((name) => this.#notice(watched, name));
    });
  }

  #notice(folder: Folder, name: string | undefined): void {
    if (name !== undefined && isTemporary(name)) return; // its final name is a notice of its own
    if (name === undefined) this.#everything = true;
    else this.#touched.get(folder)?.add(name);
    this.#changed = true;
    this.#wake?.();
  }

  /** Fulfilled at the next notice, or after `mostMs` of the wall. */
  async notice(mostMs: number): Promise<void> {
    if (this.#changed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  /** Mirrors the world's folders onto the disk, and takes requests the world has eaten off it. */
  mirror(folders: ExchangeFolders): () => void {
    return folders.onChange(({ folder, name, bytes, change }) => {
      if (folder === "req") {
        if (change === "removed") {
          this.#requests.delete(name);
          this.#stamps.delete(name);
          this.#req.remove(name);
        }
      } else if (change === "written") {
        this.#results[folder].write(name, bytes);
        this.#written.add(`${folder}/${name}`);
      } else if (this.#written.delete(`${folder}/${name}`)) {
        this.#results[folder].remove(name);
      }
    });
  }

  /** Puts a task on the desk. */
  post(task: DeskTask): void {
    this.#todo.writeWhole(`${task.scenario}-${String(task.task).padStart(6, "0")}.json`, `${JSON.stringify(task)}\n`);
  }

  /** Empties the desk and the folders before a scenario. */
  clear(): void {
    for (const folder of [this.#todo, this.#acts, this.#req, this.#results.res, this.#results.face]) {
      for (const name of folder.names()) folder.remove(name);
    }
    this.#requests.clear();
    this.#stamps.clear();
    this.#written.clear();
  }

  /** True when a look is worth while: a notice came, or it is time to look at all. */
  get changed(): boolean {
    return this.#changed || this.#clock() >= this.#looksAtAllMs;
  }

  /**
   * What came in since the last look, in an order that does not depend on the file system. Only files that a notice named are
   * looked at, so that thousands beside them cost nothing; all of them at intervals.
   */
  inputs(scenario: string): readonly Input[] {
    const startedMs = this.#clock();
    const all = this.#everything || startedMs >= this.#looksAtAllMs;
    this.#changed = false;
    this.#everything = false;
    const touched = new Map([...this.#touched].map(([folder, names]) => [folder, [...names].sort()]));
    for (const names of this.#touched.values()) names.clear();
    const names = (folder: Folder): readonly string[] => (all ? folder.names() : (touched.get(folder) ?? []));
    const inputs = [
      ...this.#newRequests(names(this.#req)),
      ...this.#takenResults(all ? undefined : { res: names(this.#results.res), face: names(this.#results.face) }),
      ...this.#reports(scenario, names(this.#acts)),
    ];
    const endedMs = this.#clock();
    if (all) this.#looksAtAllMs = endedMs + untilNextLookMs(endedMs - startedMs);
    return inputs;
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  *#newRequests(names: readonly string[]): Generator<Input> {
    for (const name of names) {
      if (isTemporary(name)) continue;
      const before = this.#requests.get(name);
      if (before !== undefined && this.#stamps.get(name) === this.#req.stampOf(name)) continue;
      const seen = this.#req.look(name, mostBytesOf(name));
      if (seen === undefined) continue;
      const { bytes, stamp } = seen;
      this.#stamps.set(name, stamp);
      if (before !== undefined && sameBytes(before, bytes)) continue;
      this.#requests.set(name, bytes);
      yield { input: "request", name, bytes };
    }
  }

  /** Results that are gone; among those named, or among all. */
  *#takenResults(named: Readonly<Record<"res" | "face", readonly string[]>> | undefined): Generator<Input> {
    for (const folder of ["res", "face"] as const) {
      const present = named === undefined ? new Set(this.#results[folder].names()) : undefined;
      const written = named?.[folder] ?? [...this.#written].flatMap((key) => nameIn(folder, key)).sort();
      for (const name of written) {
        const there = present?.has(name) ?? this.#results[folder].stampOf(name) !== undefined;
        if (!there && this.#written.delete(`${folder}/${name}`)) yield { input: "taken", folder, name };
      }
    }
  }

  *#reports(scenario: string, names: readonly string[]): Generator<Input> {
    for (const name of names) {
      const bytes = isTemporary(name) ? undefined : this.#acts.read(name);
      if (bytes === undefined) continue;
      this.#acts.remove(name);
      const report = readDeskReport(Buffer.from(bytes).toString("utf8"));
      if ("problem" in report) this.#warn(`desk/acts/${name}: ${report.problem}`);
      else if (report.scenario === scenario) {
        yield "act" in report ? { input: "act", act: report.act } : { input: "finished", task: report.task };
      }
    }
  }
}

const untilNextLookMs = (tookMs: number): number =>
  Math.min(Math.max(LOOK_AT_ALL_MS, tookMs / MOST_OF_THE_TIME), LATEST_LOOK_MS);

/** What a request of this name may be long; the terminal refuses what is longer. */
function mostBytesOf(name: string): number {
  const kind = messageKind(parseFileName(name)?.code ?? "");
  return (kind?.limits ?? SINGLE_MESSAGE_LIMITS).maxBytes;
}

const nameIn = (folder: string, key: string): readonly string[] =>
  key.startsWith(`${folder}/`) ? [key.slice(folder.length + 1)] : [];

/** Scenarios begin with empty folders, so what lies there is deleted: never in a folder that somebody else works with. */
function refuseForeignFolder(folder: string): void {
  if (existsSync(join(folder, "desk"))) return;
  for (const name of ["req", "res", "face"]) {
    const path = join(folder, name);
    if (!existsSync(path) || readdirSync(path).length === 0) continue;
    throw new ConfigurationError(
      `${path} holds files and no desk lies beside it`,
      "give a folder of its own to the certification: what lies in req, res and face is deleted before each scenario",
    );
  }
}
