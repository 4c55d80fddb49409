import type { KeptFileChange } from "../devices/terminal/ports.ts";
import { start } from "../simulator/kernel/process.ts";
import type { Trace } from "../simulator/kernel/trace.ts";
import { writeText } from "../simulator/messages/index.ts";
import { DeskSubject, type DeskTask } from "./desk.ts";
import { Director } from "./director.ts";
import { writtenRequest } from "./request-evidence.ts";
import { Run, type RunPlan, type ScenarioRun } from "./run.ts";
import type { SubjectAct } from "./subjects/subject.ts";

/** Something that came from outside: what a live receipt system or a person did. */
export type Input =
  | { readonly input: "request"; readonly name: string; readonly bytes: Uint8Array }
  | { readonly input: "taken"; readonly folder: "res" | "face"; readonly name: string }
  | { readonly input: "act"; readonly act: SubjectAct }
  | { readonly input: "finished"; readonly task: number };

/** A run whose receipt system is outside: the world is driven from without, and every input is a line of the trace. */
export class LiveRun {
  readonly run: Run;
  readonly director: Director;
  readonly #subject: DeskSubject;

  constructor(plan: RunPlan, subject: string, post: (task: Omit<DeskTask, "scenario" | "facility">) => void) {
    this.run = new Run(plan, subject, "live");
    const { clock } = this.run.world;
    this.#subject = new DeskSubject(clock, post);
    this.director = new Director(plan.scenario, this.run.world, this.#subject, (seq) => this.run.stepped(seq));
    const { run, director } = this;
    const desk = this.#subject;
    function* play() {
      yield* desk.begin();
      yield* director.run();
    }
    start(play(), (outcome) => {
      if ("error" in outcome) run.defect = outcome.error;
      else run.finished = true;
      this.over = true;
    });
  }

  /** True when the scenario is at its end, finished or not. */
  over = false;

  /** Runs the world up to an instant. */
  advanceTo(atMs: number): void {
    this.run.world.clock.advanceTo(atMs);
  }

  /** Lets an input in, at the instant the world is at. */
  apply(input: Input): void {
    const { run } = this;
    const { folders } = run.world;
    switch (input.input) {
      case "request": {
        const { name, bytes } = input;
        const written = writtenRequest(name, bytes, run.world.choices.zip);
        const seq = run.strandFor(undefined).note("exchange.file", written, true);
        return folders.write({ folder: "req", name, bytes }, seq);
      }
      case "taken": {
        const file = folders.read(input.folder, input.name);
        if (file === undefined) return;
        const { folder, name, bytes } = file;
        folders.remove(
          folder,
          name,
          run.strandFor(name).note("exchange.file", { folder, name, bytes, change: "removed" }, true),
        );
        return;
      }
      case "act":
        return run.tell(input.act, true);
      case "finished":
        run.finishedTask(input.task);
        return this.#subject.finished(input.task);
    }
  }

  /** Closes the trace. `toTheEnd` lets what is still due happen first; a run that was broken off stays as it is. */
  conclude(toTheEnd = this.over): ScenarioRun {
    if (toTheEnd) this.run.world.clock.runUntilIdle();
    return this.run.conclude();
  }
}

/** The inputs of a recorded run, each with its instant. */
export function inputsOf(trace: Trace): readonly { readonly atMs: number; readonly input: Input }[] {
  return trace.crossings.flatMap((crossing): readonly { readonly atMs: number; readonly input: Input }[] => {
    if (crossing.input !== true) return [];
    const { atMs } = crossing;
    if (crossing.pco === "desk.finished") return [{ atMs, input: { input: "finished", task: crossing.message.task } }];
    if (crossing.pco === "subject.act") return [{ atMs, input: { input: "act", act: crossing.message } }];
    if (crossing.pco !== "exchange.file") return [];
    const { folder, name, change } = crossing.message;
    if (folder === "req") return [{ atMs, input: { input: "request", name, bytes: bytesOf(crossing.message) } }];
    return change === "removed" ? [{ atMs, input: { input: "taken", folder, name } }] : [];
  });
}

/** Of a zip its own bytes, not the text of what is in it. */
function bytesOf({ text, encoding, hex = "", packed }: KeptFileChange): Uint8Array {
  if (text !== undefined && encoding !== undefined && packed !== true) return writeText(text, encoding);
  return Uint8Array.from(Buffer.from(hex, "hex"));
}
