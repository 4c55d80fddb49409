import { ICC_STATUS } from "../../devices/ccid/constants.ts";
import type { TypeBCard } from "../../devices/iso14443/atr.ts";
import { clearAir, Field, type Air as Passage } from "../../devices/iso14443/field.ts";
import type { Frame } from "../../devices/iso14443/frame.ts";
import { COMMANDS, parseFrame } from "../../devices/iso14443/parser.ts";
import { PiccTypeB } from "../../devices/iso14443/picc.ts";
import { fromHex } from "../../simulator/kernel/bytes.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import type { Bench } from "./bench.ts";
import type { Air } from "./card-side.ts";
import { type CardAnswer, giveAnswer, OK } from "./cards.ts";
import { iccStatusOf, statusText, succeeded } from "./host-side.ts";

/** A frame on the air as its sender sent it. */
export interface AirFrame {
  readonly from: "reader" | "card";
  readonly bytes: Uint8Array;
  readonly atMs: number;
}

/** A Type B card as a check wants it. */
export interface TypeBPlay {
  /** What differs from {@link quickCard}. */
  readonly card?: Partial<TypeBCard>;
  /** Answers 9000 to everything where left out. */
  readonly answer?: (command: Uint8Array, index: number) => CardAnswer;
  readonly wtxFactor?: number;
}

/** A card that lies in front of the antenna. */
export interface LaidCard {
  readonly picc: PiccTypeB;
  readonly says: TypeBCard;
  /** Commands its chip was given, in order. */
  readonly commands: readonly Uint8Array[];
  /** How often its chip got power: once an activation. */
  activations: number;
  /** True once a reader asked and the card answered, since it came into the field. */
  wasHeard: boolean;
}

/** The example of firmware-validation.md §6 with FWI 6, 19.4 ms, so that a check of silence takes little time. */
export const quickCard: TypeBCard = {
  application: fromHex("00 00 00 00"),
  bitRates: 0x33,
  maxFrameCode: 8,
  protocolType: 1,
  fwi: 6,
  applicationCoding: 0,
  frameOptions: 1,
  mbli: 0,
};

/** What a reader is given to find a card that was laid there, ms. */
const FIND_MS = 2_000;
const LOOK_EVERY_MS = 25;
const POWER_TRIES = 3;
const BETWEEN_POWER_MS = 250;
/** Long enough for a card to lose its state, shorter than any polling (ours). */
const INTERRUPTION_MS = 20;
/** A reader that makes more frames than this in one check turns in a circle. */
const MAX_FRAMES = 20_000;

/** The air before the antenna of a bench, with the cards a check lays there, and every frame that crossed it. */
export class Antenna implements Air {
  readonly #bench: Bench;
  readonly #field: Field;
  readonly #cards = new Set<LaidCard>();
  readonly #frames: AirFrame[] = [];
  #fieldOffs = 0;
  #laid = 0;
  /** What the air does to frames from now on. */
  passage: Passage = clearAir;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#field = new Field({
      toReader: (frame) => bench.card.radio(bench.antennaSlot, frame),
      air: (frame, way) => this.#cross(frame, way),
    });
    this.#field.power(true); // until the reader says otherwise: it polled before anybody listened
  }

  /** Every frame since the check began. */
  get frames(): readonly AirFrame[] {
    return this.#frames;
  }

  /** How often the reader took its field away since the check began. */
  get fieldOffs(): number {
    return this.#fieldOffs;
  }

  field(isOn: boolean): void {
    if (!isOn) this.#fieldOffs++;
    this.#field.power(isOn);
  }

  receive(frame: Uint8Array): void {
    this.#field.transmit(frame);
  }

  /** Lays a card before the antenna. */
  lay({ card = {}, answer = () => OK, ...rest }: TypeBPlay = {}): LaidCard {
    const { clock, rng } = this.#bench;
    const commands: Uint8Array[] = [];
    const says: TypeBCard = { ...quickCard, ...card };
    const picc: PiccTypeB = new PiccTypeB({
      clock,
      rng: rng.fork(`card ${clock.nowMs} ${this.#laid++}`),
      send: (frame) => {
        laid.wasHeard = true;
        this.#field.carry(frame);
      },
      answer: (command, answered) => {
        commands.push(command);
        giveAnswer(clock, answer(command, commands.length - 1), answered);
      },
      power: (isOn) => {
        if (isOn) laid.activations++;
      },
      card: says,
      ...rest,
    });
    const laid: LaidCard = { picc, says, commands, activations: 0, wasHeard: false };
    this.#cards.add(laid);
    this.#field.enter(picc);
    return laid;
  }

  /** Takes the field from a card and gives it back 20 ms later, as a hand in between does. */
  *interrupt(laid: LaidCard): Process<void> {
    this.#field.leave(laid.picc);
    yield* sleep(this.#bench.clock, INTERRUPTION_MS);
    laid.wasHeard = false;
    this.#field.enter(laid.picc);
  }

  /** Takes a card away. */
  take(laid: LaidCard): void {
    this.#field.leave(laid.picc);
    this.#cards.delete(laid);
  }

  /** Takes every card away. */
  clear(): void {
    for (const laid of this.#cards) this.take(laid);
  }

  /** What the reader sent since `from` frames were there; frames that mean nothing are left out. */
  fromReader(from = 0): readonly Frame[] {
    return this.#frames.slice(from).flatMap(({ from: sender, bytes }) => {
      const frame = sender === "reader" ? parseFrame(bytes, COMMANDS) : undefined;
      return frame === undefined || frame.kind === "defect" ? [] : [frame];
    });
  }

  /** Waits until the reader found the card and the host can see it; the clause is broken when it does not. */
  *found(laid: LaidCard): Process<void> {
    const bench = this.#bench;
    bench.step("wait until the reader finds the card before its antenna");
    const untilMs = bench.clock.nowMs + FIND_MS;
    while (bench.clock.nowMs < untilMs) {
      const status = yield* bench.host.status(bench.antennaSlot);
      if (laid.wasHeard && iccStatusOf(status) !== ICC_STATUS.absent) return;
      yield* sleep(bench.clock, LOOK_EVERY_MS);
    }
    throw bench.broken({
      ja: `アンテナ上のカードが ${FIND_MS} ms 以内に検出されない`,
      en: `the card before the antenna was not found within ${FIND_MS} ms`,
    });
  }

  /** Lays a card, waits until it is found, and gives it power; the clause is broken when that fails. */
  *powered(play: TypeBPlay = {}): Process<LaidCard> {
    const laid = this.lay(play);
    yield* this.found(laid);
    yield* this.powerOn();
    return laid;
  }

  /** Gives power, and again where that fails, which only B-01 judges; the ATR. */
  *powerOn(): Process<Uint8Array> {
    const bench: Bench = this.#bench;
    bench.step("power on before the antenna");
    for (let tries = 1; ; tries++) {
      const answer = yield* bench.host.powerOn(bench.antennaSlot);
      if (succeeded(answer)) return answer.data;
      bench.require(
        tries < POWER_TRIES,
        {
          ja: `カードがあるのに電源投入が失敗した（${statusText(answer)}）`,
          en: `power-on failed with a card there (${statusText(answer)})`,
        },
        answer.seq,
      );
      yield* sleep(bench.clock, BETWEEN_POWER_MS);
    }
  }

  #cross(frame: Uint8Array, way: "to-card" | "to-reader"): Uint8Array | undefined {
    if (way === "to-card" && this.#frames.length >= MAX_FRAMES)
      throw this.#bench.broken({ ja: "RFフレームを送り続けている", en: "frames go over the air without end" });
    this.#frames.push({ from: way === "to-card" ? "reader" : "card", bytes: frame, atMs: this.#bench.clock.nowMs });
    return this.passage(frame, way);
  }
}
