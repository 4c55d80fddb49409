import type { Card } from "../../../devices/cards/card.ts";
import { CardSlot } from "../../../devices/cards/card-slot.ts";
import { deviceFaults } from "../../../devices/faults/index.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type AnyObservation, Switchboard } from "../../../simulator/kernel/pco.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { card } from "../cards/fixture.ts";

/** A fault on a point between reader and chip. */
export type CardFault = Extract<(typeof deviceFaults)[number], { readonly pco: `card.${string}` }>;

/** What `madoguchi card --fault` offers. */
export const cardFaults = deviceFaults.filter((fault): fault is CardFault => fault.pco.startsWith("card."));

/** A fault by its id. */
function faultOf(id: CardFault["id"]): CardFault {
  const found = cardFaults.find((fault) => fault.id === id);
  if (found === undefined) throw new RangeError(`${id} is no fault of the card`);
  return found;
}

/** What stands for a command without an answer. */
export const SILENCE = "no answer";

/** A slot as a PC/SC service sees it, with faults plugged in between it and the chip. */
export function liveSlot({ seed = 1 }: { readonly seed?: number } = {}) {
  const clock = new VirtualClock(0);
  const observed: AnyObservation[] = [];
  const board = new Switchboard(clock, (observation) => observed.push(observation));
  const onDefect = (error: unknown): never => {
    throw error;
  };
  const slot = new CardSlot({ reader: "R1", clock, board, onDefect });
  return {
    slot,
    board,
    clock,
    observed,
    /** Arms a fault; the returned function repairs it. */
    arm: (id: CardFault["id"], params: object = {}) =>
      faultOf(id).plugInto(board, params, { clock, rng: rngFromSeed(seed) }),
    /** Lays a card there and gives it power; true when it answered to reset. */
    lay(laid: Card = card(), spare?: () => Card): boolean {
      slot.insert(laid, spare);
      return slot.powerOn() !== undefined;
    },
    /** One command and its one answer, in hexadecimal. Time passes until it came. */
    send(hex: string): string {
      const answers: string[] = [];
      slot.exchange(fromHex(hex), (answer) => answers.push(answer === undefined ? SILENCE : toHex(answer)));
      clock.runUntilIdle(1_000);
      if (answers.length !== 1) throw new Error(`${answers.length} answers instead of one`);
      return answers[0] ?? SILENCE;
    },
    /** Crossings that a fault laid hands on, in order. */
    marked: () => observed.filter(({ by }) => by.length > 0),
  };
}
