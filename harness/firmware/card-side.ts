import { FROM_FIRMWARE, KEY, TO_FIRMWARE } from "../../devices/bench-port/constants.ts";
import { type BenchMessage, benchMessage, encodeBenchMessage } from "../../devices/bench-port/frame.ts";
import { type BenchEvent, BenchParser } from "../../devices/bench-port/parser.ts";
import { charactersFromCard, keyPressed } from "../../devices/bench-port/writer.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Mailbox, type Process } from "../../simulator/kernel/process.ts";
import type { Evidence } from "./evidence-log.ts";

/** A card with contacts that plays by itself: what it does on power, and with characters. */
export interface ContactCard {
  /** The ATR at this voltage class; undefined for a card that stays mute. */
  powerOn(voltage: number): Uint8Array | undefined;
  powerOff(): void;
  receive(characters: Uint8Array): void;
}

/** What is in front of an antenna: it hears the field and the reader's frames, and answers by {@link CardSide.radio}. */
export interface Air {
  field(isOn: boolean): void;
  receive(frame: Uint8Array): void;
}

/** Messages that may wait for a check; firmware that sends more floods the port. */
const MAX_MESSAGES = 4_096;

/** The card, the keys and the eyes of a bench: the harness's end of the bench port. */
export class CardSide {
  readonly clock: Clock;
  readonly #send: (bytes: Uint8Array) => void;
  readonly #evidence: Evidence;
  readonly #parser: BenchParser;
  readonly #cards = new Map<number, ContactCard>();
  readonly #airs = new Map<number, Air>();
  readonly #inserted = new Set<number>();
  #messages = new Mailbox<BenchMessage>(MAX_MESSAGES);
  #told = new Mailbox<BenchMessage>(MAX_MESSAGES);
  #held = 0;
  #screen = "";
  #screens: string[] = [];
  #logs: string[] = [];

  constructor(clock: Clock, send: (bytes: Uint8Array) => void, evidence: Evidence) {
    this.clock = clock;
    this.#send = send;
    this.#evidence = evidence;
    this.#parser = new BenchParser((event) => this.#hear(event));
  }

  /** Bytes of the firmware. */
  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }

  /** What the screen shows now; empty when it rests. */
  get screen(): string {
    return this.#screen;
  }

  /** Everything the screen showed since the check began. */
  get screens(): readonly string[] {
    return this.#screens;
  }

  /** Every line of the firmware's log since the check began. */
  get logs(): readonly string[] {
    return this.#logs;
  }

  /** Puts a card with contacts into a slot; without one the check plays the card itself, by {@link next} and {@link say}. */
  insert(slot: number, card?: ContactCard): void {
    if (card === undefined) this.#cards.delete(slot);
    else this.#cards.set(slot, card);
    this.#inserted.add(slot);
    this.#tell(benchMessage(TO_FIRMWARE.cardInserted, slot));
  }

  /** Takes the card with contacts out. */
  remove(slot: number): void {
    this.#cards.get(slot)?.powerOff();
    this.#cards.delete(slot);
    this.#inserted.delete(slot);
    this.#tell(benchMessage(TO_FIRMWARE.cardRemoved, slot));
  }

  /** What lies in front of an antenna from now on; undefined for nothing. */
  setAir(slot: number, air: Air | undefined): void {
    if (air === undefined) this.#airs.delete(slot);
    else this.#airs.set(slot, air);
  }

  /** Characters of the card to the reader. */
  say(slot: number, characters: Uint8Array): void {
    this.#tell(charactersFromCard(slot, characters));
  }

  /** A frame of the card to the reader. */
  radio(slot: number, frame: Uint8Array): void {
    this.#tell(benchMessage(TO_FIRMWARE.rfFrame, slot, frame));
  }

  /** Something happened to the supply; no card moved. */
  powerEvent(): void {
    this.#tell(benchMessage(TO_FIRMWARE.powerEvent, 0, Uint8Array.of(1)));
  }

  /** Presses a key. */
  key(key: keyof typeof KEY): void {
    this.#tell(keyPressed(KEY[key]));
  }

  /** Presses the keys of digits. */
  type(digits: string): void {
    for (const digit of digits) this.#tell(keyPressed(digit.charCodeAt(0)));
  }

  /** The next message of the firmware that no card of ours took; undefined when there is none in time. */
  *next(timeoutMs: number): Process<BenchMessage | undefined> {
    const message = yield* this.#messages.take(this.clock, timeoutMs);
    if (message !== undefined) this.#held--;
    return message;
  }

  /** Waits until the firmware says this on its bench port; what comes before it is let go. */
  *until(type: number, timeoutMs: number): Process<BenchMessage | undefined> {
    const endsAtMs = this.clock.nowMs + timeoutMs;
    for (let seen = 0; seen < MAX_MESSAGES; seen++) {
      const message = yield* this.next(Math.max(0, endsAtMs - this.clock.nowMs));
      if (message === undefined || message.type === type) return message;
    }
    return undefined;
  }

  /** Waits until the screen shows something; false when it does not in time. */
  *untilScreen(shows: (text: string) => boolean, timeoutMs: number): Process<boolean> {
    const endsAtMs = this.clock.nowMs + timeoutMs;
    while (!shows(this.#screen)) {
      const message = yield* this.#told.take(this.clock, Math.max(0, endsAtMs - this.clock.nowMs));
      if (message === undefined && !shows(this.#screen)) return false;
    }
    return true;
  }

  /** Asks what USB would ask over its control pipe, or for the working memory; undefined when it is not told. */
  *ask(
    request: "getDescriptor" | "getDataRates" | "getMemory",
    slot = 0,
    timeoutMs = 1_000,
  ): Process<Uint8Array | undefined> {
    const type = { getDescriptor: "descriptor", getDataRates: "dataRates", getMemory: "memory" } as const;
    this.#tell(benchMessage(TO_FIRMWARE[request], slot));
    return (yield* this.until(FROM_FIRMWARE[type[request]], timeoutMs))?.payload;
  }

  /** Everything as before the first check: no cards, nothing heard. */
  reset(): void {
    for (const slot of [...this.#inserted]) this.remove(slot);
    this.#airs.clear();
    this.#messages = new Mailbox<BenchMessage>(MAX_MESSAGES);
    this.#told = new Mailbox<BenchMessage>(MAX_MESSAGES);
    this.#held = 0;
    this.#screens = [];
    this.#logs = [];
  }

  #tell(message: BenchMessage): void {
    const bytes = encodeBenchMessage(message);
    this.#evidence.bytes("bench", "harness", bytes);
    this.#send(bytes);
  }

  #hear(event: BenchEvent): void {
    if (event.kind === "lost")
      throw this.#evidence.broken({
        ja: `ベンチポートの長さ ${event.announced} は誤り`,
        en: `the bench port announces ${event.announced} bytes, which no message has`,
      });
    const { message } = event;
    this.#evidence.bytes("bench", "reader", encodeBenchMessage(message));
    if (!this.#isPlayed(message)) this.#keep(message);
  }

  /** True when a card of ours, or the eyes, took the message. */
  #isPlayed({ type, slot, payload }: BenchMessage): boolean {
    const card = this.#cards.get(slot);
    const air = this.#airs.get(slot);
    switch (type) {
      case FROM_FIRMWARE.screen:
        this.#ensureRoom(this.#screens.length);
        this.#screen = Buffer.from(payload).toString("utf8");
        this.#screens.push(this.#screen);
        this.#told.put(benchMessage(type, slot, payload));
        return true;
      case FROM_FIRMWARE.log:
        this.#ensureRoom(this.#logs.length);
        this.#logs.push(Buffer.from(payload).toString("utf8"));
        return true;
      case FROM_FIRMWARE.powerOn: {
        const atr = card?.powerOn(payload[0] ?? 0);
        if (atr !== undefined) this.say(slot, atr);
        return card !== undefined;
      }
      case FROM_FIRMWARE.powerOff:
        card?.powerOff();
        return card !== undefined;
      case FROM_FIRMWARE.characters:
        card?.receive(payload);
        return card !== undefined;
      case FROM_FIRMWARE.field:
        air?.field(payload[0] === 1);
        return air !== undefined;
      case FROM_FIRMWARE.rfFrame:
        air?.receive(payload);
        return true; // an antenna polls for ever: frames that nobody in the air hears are lost
      default:
        return false;
    }
  }

  #keep(message: BenchMessage): void {
    this.#ensureRoom(this.#held);
    this.#held++;
    this.#messages.put(message);
  }

  /** Firmware that floods its bench port breaks the clause that is being judged, and nothing of ours. */
  #ensureRoom(kept: number): void {
    if (kept < MAX_MESSAGES) return;
    throw this.#evidence.broken({ ja: "ベンチポートに送り続けている", en: "the firmware floods the bench port" });
  }
}
