import type { TerminalApi } from "../terminal/ports.ts";
import type { ScreenId } from "./screens.ts";

/** A state a reader is in while power feeds it: a screen, or a call to the terminal. */
export interface ReaderState {
  readonly reader: string;
  readonly at: ScreenId | keyof TerminalApi;
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** What feeds the reader, asked at each state. Crossed quietly: the evidence has it only where power went. */
    "reader.supply": { readonly live: ReaderState; readonly kept: ReaderState };
  }
}
