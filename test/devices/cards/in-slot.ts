import type { Card } from "../../../devices/cards/card.ts";
import { CardSlot } from "../../../devices/cards/card-slot.ts";
import { keepApdu } from "../../../devices/cards/field.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";

/** A card behind the door all faces of it go through, with what the evidence keeps of it. */
export interface InSlot {
  /** Sends bytes, any bytes, and brings back the answer; throws when there is not exactly one, or on a defect of ours. */
  exchange(bytes: Uint8Array): Uint8Array;
  /** The same in hexadecimal. */
  send(hex: string): string;
  /** Takes power away and gives it back. */
  cutPower(): void;
  /** Resets the card warm: power stays. */
  reset(): void;
  /** Milliseconds the world has seen go by. */
  elapsedMs(): number;
  /** Exchanges as the evidence keeps them, one text each. */
  readonly evidence: readonly string[];
}

/** Lays a card into a slot and gives it power. Time passes only while the card works. */
export function inSlot(card: Card): InSlot {
  const clock = new VirtualClock(0);
  const evidence: string[] = [];
  const board = new Switchboard(clock, ({ pco, message }) => {
    if (pco === "card.apdu") evidence.push(JSON.stringify(keepApdu(message)));
    return evidence.length;
  });
  const onDefect = (error: unknown): never => {
    throw error;
  };
  const slot = new CardSlot({ reader: "R1", clock, board, onDefect });
  slot.insert(card);
  slot.powerOn();
  const exchange = (bytes: Uint8Array): Uint8Array => {
    const answers: (Uint8Array | undefined)[] = [];
    slot.exchange(bytes, (answer) => answers.push(answer));
    clock.runUntilIdle(100);
    const [answer] = answers;
    if (answer === undefined || answers.length !== 1) throw new Error(`${answers.length} answers instead of one`);
    return answer;
  };
  return {
    exchange,
    send: (hex) => toHex(exchange(fromHex(hex))),
    cutPower() {
      slot.powerOff();
      slot.powerOn();
    },
    reset: () => slot.powerOn(),
    elapsedMs: () => clock.nowMs,
    evidence,
  };
}
