import type { ReaderProfile } from "./profile.ts";

/** What a reader tells about itself by lamp and sound. */
export const signalEvents = ["idle", "card-felt", "face-failed", "done", "card-left", "reader-lost", "error"] as const;

/** A state with a signal of its own. `card-felt`: a chip answered; `card-left`: done, and the card still lies there. */
export type SignalEvent = (typeof signalEvents)[number];

/** A lamp that is lit. */
export interface Lamp {
  readonly colour: "green" | "yellow" | "red";
  readonly pattern: "steady" | "blinking";
}

/** Beeps; said once, or again every `everyMs` as long as the state lasts. */
export interface Sound {
  readonly beeps: number;
  readonly everyMs: number | undefined;
}

/** Lamp and sound of a state; undefined is dark and silent. */
export interface Signal {
  readonly lamp: Lamp | undefined;
  readonly sound: Sound | undefined;
}

/** What a reader of this profile shows and sounds in a state. */
export function signalsFor({ signals }: Pick<ReaderProfile, "signals">, event: SignalEvent): Signal {
  return signals[event];
}
