import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ExchangeFolders } from "../../devices/terminal/exchange-folder.ts";
import { sameBytes } from "../../simulator/kernel/bytes.ts";
import { ConfigurationError } from "../configuration-error.ts";
import type { DeskTask } from "../desk.ts";
import { readDeskReport } from "../desk-reading.ts";
import type { Input } from "../live-run.ts";
import { Folder, isTemporary } from "./folder-watch.ts";

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
  #changed = true;

  /** `warn` is told of every report at the desk that cannot be read. */
  constructor(folder: string, warn: (problem: string) => void) {
    refuseForeignFolder(folder);
    this.#warn = warn;
    this.#req = new Folder(join(folder, "req"));
    this.#results = { res: new Folder(join(folder, "res")), face: new Folder(join(folder, "face")) };
    this.#todo = new Folder(join(folder, "desk", "todo"));
    this.#acts = new Folder(join(folder, "desk", "acts"));
    const changed = (): void => {
      this.#changed = true;
    };
    this.#stops = [this.#req, this.#results.res, this.#results.face, this.#acts].map((watched) =>
      watched.onChange(changed),
    );
  }

  /** Mirrors the world's folders onto the disk, and takes requests the world has eaten off it. */
  mirror(folders: ExchangeFolders): () => void {
    return folders.onChange(({ folder, name, bytes, change }) => {
      if (folder === "req") {
        if (change === "removed") {
          this.#requests.delete(name);
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
    this.#written.clear();
  }

  /** True when a look is worth while. */
  get changed(): boolean {
    return this.#changed;
  }

  /** What came in since the last look, in an order that does not depend on the file system. */
  inputs(scenario: string): readonly Input[] {
    this.#changed = false;
    return [...this.#newRequests(), ...this.#takenResults(), ...this.#reports(scenario)];
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  *#newRequests(): Generator<Input> {
    for (const name of this.#req.names()) {
      const bytes = isTemporary(name) ? undefined : this.#req.read(name);
      const before = this.#requests.get(name);
      if (bytes === undefined || (before !== undefined && sameBytes(before, bytes))) continue;
      this.#requests.set(name, bytes);
      yield { input: "request", name, bytes };
    }
  }

  *#takenResults(): Generator<Input> {
    const present = new Set(
      (["res", "face"] as const).flatMap((folder) => this.#results[folder].names().map((name) => `${folder}/${name}`)),
    );
    for (const key of [...this.#written].sort()) {
      if (present.has(key)) continue;
      this.#written.delete(key);
      const [folder, ...rest] = key.split("/");
      yield { input: "taken", folder: folder === "face" ? "face" : "res", name: rest.join("/") };
    }
  }

  *#reports(scenario: string): Generator<Input> {
    for (const name of this.#acts.names()) {
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
