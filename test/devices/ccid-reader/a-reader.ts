import { type CcidFrame, encodeFrame } from "../../../devices/ccid/frame.ts";
import { parseFrame } from "../../../devices/ccid/parser.ts";
import { ContactSlot } from "../../../devices/ccid-reader/contact-slot.ts";
import { readerDecisions } from "../../../devices/ccid-reader/decisions.ts";
import { apduIdentity } from "../../../devices/ccid-reader/identity.ts";
import type { ContactPort } from "../../../devices/ccid-reader/ports.ts";
import { CcidReader } from "../../../devices/ccid-reader/reader.ts";
import { encodeMessage } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { T1Card } from "../../../devices/t1/card.ts";
import type { AnswerCommand } from "../../../devices/t1/card-work.ts";
import { t1Decisions } from "../../../devices/t1/decisions.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

/** T=1, IFSC 254, BWI 4: 1.4 s until a silent card is noticed. */
export const PATIENT_ATR = fromHex("3B 80 81 31 FE 4D 83");
export const OK = fromHex("90 00");
export const SELECT = fromHex("00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01");
/** Longest message of the reader: parts of 261 bytes. */
export const MAX_MESSAGE_BYTES = 271;

/** A card in contacts, good at T=1, whose answers a test gives; `undefined` for power is a card that stays mute. */
class Contacts implements ContactPort {
  isPresent = true;
  atr: Uint8Array | undefined = PATIENT_ATR;
  readonly #clock: VirtualClock;
  readonly #card: T1Card;
  #hear: (characters: Uint8Array) => void = () => {};
  #moved: () => void = () => {};

  constructor(clock: VirtualClock, answer: AnswerCommand, wtxEveryMs: number) {
    this.#clock = clock;
    const send = (characters: Uint8Array): void => this.#say(characters);
    this.#card = new T1Card({ clock, send, answer, ifsc: 254, edc: "lrc", wtxEveryMs });
  }

  powerOn(): void {
    this.#card.reset();
    if (this.atr !== undefined) this.#say(this.atr);
  }

  powerOff(): void {
    this.#card.reset();
  }

  send(characters: Uint8Array): void {
    if (this.isPresent) this.#card.receive(characters);
  }

  onCharacters(listener: (characters: Uint8Array) => void): void {
    this.#hear = listener;
  }

  onMoved(listener: () => void): void {
    this.#moved = listener;
  }

  move(isPresent: boolean): void {
    this.isPresent = isPresent;
    this.#moved();
  }

  /** Characters take a turn of the clock: nobody is answered in the middle of a sentence. */
  #say(characters: Uint8Array): void {
    this.#clock.after(0, () => {
      if (this.isPresent) this.#hear(characters);
    });
  }
}

/** What differs from a card that answers 9000 at once. */
export interface Desk {
  readonly answer?: AnswerCommand;
  readonly wtxEveryMs?: number;
}

/** A reader with one slot with contacts, its card, and a host that writes down what it hears. */
export function aReader({ answer = (_command, answered) => answered(OK), wtxEveryMs = 1_000 }: Desk = {}) {
  const clock = new VirtualClock(0);
  const identity = { ...apduIdentity, maxMessageBytes: MAX_MESSAGE_BYTES };
  const contacts = new Contacts(clock, answer, wtxEveryMs);
  const common = { clock, identity, decisions: readerDecisions };
  const slot = new ContactSlot({ ...common, port: contacts, t1: t1Decisions, lineAllowanceMs: 0 });
  const heard: { readonly atMs: number; readonly said: string }[] = [];
  const parser = new LineParser(MAX_MESSAGE_BYTES, (event) => {
    const said =
      event.kind === "message"
        ? textOf(event.bytes)
        : event.kind === "movement"
          ? `${event.present ? "there" : "gone"} in ${event.slot}`
          : event.kind;
    heard.push({ atMs: clock.nowMs, said });
  });
  const defects: unknown[] = [];
  const reader = new CcidReader({
    ...common,
    slots: [slot],
    send: (bytes) => parser.push(bytes),
    onDefect: (error) => defects.push(error),
  });
  return {
    clock,
    contacts,
    reader,
    defects,
    /** Everything since the last look, in words. */
    said: (): string[] => heard.splice(0).map(({ said }) => said),
    /** The same with the instants it was said at. */
    saidAt: () => heard.splice(0),
    send: (command: CcidFrame): void => reader.receive(encodeMessage(command)),
    /** Lets time go by. */
    wait: (ms: number): void => clock.advanceTo(clock.nowMs + ms),
  };
}

/** An answer as the tests write it: type, bSeq, bStatus bError byte 9, data. */
export const textOf = (message: Uint8Array): string => {
  const parsed = parseFrame(message);
  if ("defect" in parsed) return parsed.defect;
  const [type, , , , , slot, sequence, ...three] = encodeFrame({ ...parsed, data: new Uint8Array(0) });
  const bytes = (...numbers: readonly (number | undefined)[]): string => toHex(Uint8Array.from(numbers, (n) => n ?? 0));
  return [bytes(type), `${slot}/${sequence}`, bytes(...three), toHex(parsed.data)].join(" ").trim();
};
