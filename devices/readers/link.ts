import type { TerminalApi } from "../terminal/ports.ts";

/** One message on the cable between reader and terminal: "are you there", a call, or its answer. */
export interface LinkMessage {
  readonly reader: string;
  readonly call: "hello" | keyof TerminalApi;
  readonly step: "request" | "answer";
}

/** The terminal was out of the reader's reach; whether it did what was asked is not known. */
export interface LinkLost {
  readonly kind: "link-lost";
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** On the cable between reader and terminal. Crossed quietly: the evidence has it only where a message was hurt. */
    "reader.link": { readonly live: LinkMessage; readonly kept: LinkMessage };
  }
}
