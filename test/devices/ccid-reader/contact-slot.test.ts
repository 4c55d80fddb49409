import { describe, expect, it } from "vitest";
import { ERROR } from "../../../devices/ccid/constants.ts";
import { ContactSlot } from "../../../devices/ccid-reader/contact-slot.ts";
import { readerDecisions } from "../../../devices/ccid-reader/decisions.ts";
import type { IccOutcome } from "../../../devices/ccid-reader/icc-slot.ts";
import { tpduIdentity } from "../../../devices/ccid-reader/identity.ts";
import { t1Decisions } from "../../../devices/t1/decisions.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";
import { PATIENT_ATR } from "./a-reader.ts";

const OK_BLOCK = fromHex("00 00 02 90 00 92");
const MANY = 5_000;

/** A slot of a reader that speaks blocks, and a card that says what a test has it say, in the pieces the test makes. */
function slotWith(says: { readonly onPower?: readonly Uint8Array[]; readonly onBlock?: readonly Uint8Array[] }) {
  const clock = new VirtualClock(0);
  let hear: (characters: Uint8Array) => void = () => {};
  const say = (pieces: readonly Uint8Array[] = []): void => {
    for (const [index, piece] of pieces.entries()) clock.after(1 + index, () => hear(piece));
  };
  const slot = new ContactSlot({
    clock,
    port: {
      isPresent: true,
      powerOn: () => say(says.onPower),
      powerOff: () => {},
      send: () => say(says.onBlock),
      onCharacters: (listener) => {
        hear = listener;
      },
      onMoved: () => {},
    },
    identity: tpduIdentity,
    decisions: readerDecisions,
    t1: t1Decisions,
    lineAllowanceMs: 0,
  });
  const told = (process: Process<IccOutcome>): string => {
    let outcome: IccOutcome | undefined;
    start(process, (settled) => {
      outcome = "value" in settled ? settled.value : undefined;
    });
    clock.runUntilIdle(100_000);
    if (outcome === undefined) return "it never ended";
    return "data" in outcome ? toHex(outcome.data) : `error ${toHex(Uint8Array.of(outcome.error))}`;
  };
  return {
    babble: (characters: Uint8Array) => hear(characters),
    powerOn: () => told(slot.powerOn(0)),
    exchange: () => told(slot.exchange(fromHex("00 00 00 00"), () => {})),
  };
}

const bytewise = (bytes: Uint8Array): readonly Uint8Array[] => [...bytes].map((byte) => Uint8Array.of(byte));
const NOISE = new Uint8Array(300).fill(0x55);

describe("a slot with contacts", () => {
  it("takes an ATR and a block in pieces of one character", () => {
    const { powerOn, exchange } = slotWith({ onPower: bytewise(PATIENT_ATR), onBlock: bytewise(OK_BLOCK) });
    expect(powerOn()).toBe(toHex(PATIENT_ATR));
    expect(exchange()).toBe(toHex(OK_BLOCK));
  });

  it("lets go of what a card says while nobody listens, however much it is", () => {
    const { babble, powerOn, exchange } = slotWith({ onPower: [PATIENT_ATR], onBlock: [OK_BLOCK] });
    for (let count = 0; count < MANY; count++) babble(NOISE);
    expect(powerOn()).toBe(toHex(PATIENT_ATR));
    for (let count = 0; count < MANY; count++) babble(NOISE);
    expect(exchange()).toBe(toHex(OK_BLOCK));
  });

  it("does not take for the answer what comes behind it: the host gets no longer message than was declared", () => {
    const { powerOn, exchange } = slotWith({ onPower: [PATIENT_ATR], onBlock: [concat(OK_BLOCK, NOISE)] });
    powerOn();
    expect(exchange()).toBe(toHex(OK_BLOCK));
    expect(slotWith({ onPower: [concat(PATIENT_ATR, NOISE)] }).powerOn()).toHaveLength(2 * 33);
  });

  it("is not kept waiting by pieces that hold nothing", () => {
    const nothing = Array.from({ length: 50 }, () => new Uint8Array(0));
    const { powerOn } = slotWith({ onPower: [PATIENT_ATR.subarray(0, 2), ...nothing, PATIENT_ATR.subarray(2)] });
    expect(powerOn()).toBe(`error ${toHex(Uint8Array.of(ERROR.parity))}`);
  });
});
