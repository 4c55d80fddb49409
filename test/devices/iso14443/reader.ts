import { atrVectors, type TypeBCard } from "../../../devices/iso14443/atr.ts";
import { type PcdDecisions, pcdDecisions } from "../../../devices/iso14443/decisions.ts";
import { type Air, clearAir, Field } from "../../../devices/iso14443/field.ts";
import { PcdTypeB } from "../../../devices/iso14443/pcd.ts";
import { PiccTypeB } from "../../../devices/iso14443/picc.ts";
import type { Answer } from "../../../devices/iso14443/picc-blocks.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const EXAMPLE = atrVectors[0]?.card;
ensure(EXAMPLE !== undefined, "the first vector is the example");
/** The card of firmware-validation.md §6: FWI 8, frames of 256 bytes. */
export const exampleCard: TypeBCard = EXAMPLE;

/** A chip that can take its time. */
export type TimedAnswer = (...exchange: [...Parameters<Answer>, clock: VirtualClock]) => void;

/** A chip that answers 9000 when so many milliseconds went by. */
export const slow =
  (ms: number): TimedAnswer =>
  (_command, answered, clock) => {
    clock.after(ms, () => answered(fromHex("9000")));
  };

/** A card for the test's field; answers 9000 at once where nothing else is said. */
export interface TestCard {
  readonly card?: Partial<TypeBCard>;
  readonly answer?: TimedAnswer;
  readonly wtxFactor?: number;
}

/** What a test sets up. */
export interface Setting {
  readonly cards?: readonly TestCard[];
  readonly air?: Air;
  readonly decisions?: Partial<PcdDecisions>;
  readonly seed?: number;
}

/** A reader, the air before it and the cards in it, with every frame written down as it left its sender. */
export interface AtReader {
  readonly clock: VirtualClock;
  readonly pcd: PcdTypeB;
  readonly field: Field;
  readonly piccs: readonly PiccTypeB[];
  /** `> ` from the reader, `< ` to it, hexadecimal. */
  readonly frames: string[];
  /** Power of the chips as it was switched. */
  readonly power: boolean[];
  /** Runs a process to its end; throws when the world rests before. */
  run<T>(process: Process<T>): T;
  /** Activates the one card and forgets the frames so far. */
  activated(): AtReader;
  /** Sends a command in hexadecimal; the answer in hexadecimal, or what went wrong. */
  send(apdu: string): string;
}

const ok: TimedAnswer = (_command, answered) => answered(fromHex("9000"));

/** Sets up a reader. */
export function atReader({ cards = [{}], air = clearAir, decisions = {}, seed = 1 }: Setting = {}): AtReader {
  const clock = new VirtualClock(0);
  const frames: string[] = [];
  const power: boolean[] = [];
  const heard: Air = (frame, way) => {
    if (frames.length > MAX_FRAMES) throw new Error("frames without end");
    frames.push(`${way === "to-card" ? ">" : "<"} ${toHex(frame)}`);
    return air(frame, way);
  };
  const field = new Field({ toReader: (frame) => pcd.receive(frame), air: heard });
  const pcd = new PcdTypeB({
    clock,
    send: (frame) => field.transmit(frame),
    field: (on) => field.power(on),
    frameAllowanceMs: 0,
    decisions: { ...pcdDecisions, ...decisions },
  });
  const rng = rngFromSeed(seed);
  const piccs = cards.map(
    ({ card = {}, answer = ok, ...rest }, index) =>
      new PiccTypeB({
        clock,
        rng: rng.fork(`card ${index}`),
        send: (frame) => field.carry(frame),
        answer: (command, answered) => answer(command, answered, clock),
        power: (on) => power.push(on),
        card: { ...exampleCard, ...card },
        ...rest,
      }),
  );
  for (const picc of piccs) field.enter(picc);
  const run = <T>(process: Process<T>): T => runOn(clock, process);
  return {
    clock,
    pcd,
    field,
    piccs,
    frames,
    power,
    run,
    activated() {
      const activated = run(pcd.activate());
      ensure(typeof activated === "object", `the card was not activated: ${String(activated)}`);
      frames.length = 0;
      return this;
    },
    send(apdu) {
      const outcome = run(pcd.transceive(fromHex(apdu)));
      if (outcome.kind === "answer") return toHex(outcome.bytes);
      return outcome.kind === "removed" ? outcome.kind : outcome.why;
    },
  };
}

const MAX_EVENTS = 100_000;
const MAX_FRAMES = 30_000;

function runOn<T>(clock: VirtualClock, process: Process<T>): T {
  const ended: { value?: T; error?: unknown }[] = [];
  start(process, (outcome) => ended.push(outcome));
  for (let events = 0; ended.length === 0 && events < MAX_EVENTS && clock.runNext(); events++);
  const [result] = ended;
  if (result === undefined) throw new Error("the process did not end");
  if ("error" in result) throw result.error;
  return result.value as T;
}

/** Air that does something to the frames of one direction, by how many came before. */
export function damaging(
  way: "to-card" | "to-reader",
  harm: (frame: Uint8Array, seen: number) => Uint8Array | undefined,
): Air {
  let seen = 0;
  return (frame, direction) => (direction === way ? harm(frame, seen++) : frame);
}

/** A frame with its last bit wrong. */
export const flipped = (frame: Uint8Array): Uint8Array =>
  frame.map((byte, index) => (index === frame.length - 1 ? byte ^ 1 : byte));

/** Whether this is the frame of an I block. */
export const isI = (frame: Uint8Array): boolean => ((frame[0] ?? 0) & 0xe2) === 0x02;
