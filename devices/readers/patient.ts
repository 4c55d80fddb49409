import type { Process } from "../../simulator/kernel/process.ts";
import type { FaceTry } from "./face-gate.ts";
import type { ScreenView, Touch } from "./screens.ts";

/** Whoever stands before the reader: a script, a person at a console, or somebody at the end of a wire. */
export interface PatientAtReader {
  /** What is done with a screen within `waitMs`; undefined when nothing is. Whoever asked may stop waiting any time. */
  touch(view: ScreenView, waitMs: number): Process<Touch | undefined>;
  /** What a try at face authentication sees, 0 for the first; undefined when nothing comes before the camera in time. */
  face(attempt: number): Process<FaceTry | undefined>;
  /** Sees a screen that waits for nothing; left out where nobody looks. */
  informed?(view: ScreenView): void;
}
