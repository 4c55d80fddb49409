import type { Process } from "../../simulator/kernel/process.ts";
import type { FaceTry } from "./face-gate.ts";
import type { ScreenView, Touch } from "./screens.ts";

/** Whoever stands before the reader: a script, or a person at a console. Never answers later than the screen waits. */
export interface PatientAtReader {
  /** What is done with a screen; undefined when nothing is. */
  touch(view: ScreenView): Process<Touch | undefined>;
  /** What a try at face authentication sees, 0 for the first; undefined when nothing comes before the camera in time. */
  face(attempt: number): FaceTry | undefined;
}
