import { ICC_STATUS } from "../../devices/ccid/constants.ts";
import { T1Card } from "../../devices/t1/card.ts";
import { concat, fromHex } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import type { Bench } from "./bench.ts";
import type { ContactCard } from "./card-side.ts";
import { type Answer, iccStatusOf, statusText, succeeded } from "./host-side.ts";

/** T=1, IFSC 254, BWI 0 and CWI 4: the shortest waits an ATR can ask for, so that a check of silence takes 0.1 s. */
export const QUICK_ATR: Uint8Array = fromHex("3B 80 81 31 FE 04 CA");
/** The same with IFSC 32. */
export const SMALL_BLOCK_ATR: Uint8Array = fromHex("3B 80 81 31 20 04 14");

/** 9000. */
export const OK: Uint8Array = fromHex("90 00");
/** A command every card of a check answers with 9000 unless the check says otherwise: SELECT of the JPKI application. */
export const SELECT: Uint8Array = fromHex("00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01");

/** What a card of a check says to a command: an answer, nothing at all, or an answer after a while. */
export type CardAnswer = Uint8Array | "mute" | { readonly afterMs: number; readonly answer: Uint8Array };

/** Answers as a card of a check would: now, later, or not at all. */
export function giveAnswer(clock: Clock, said: CardAnswer, answered: (answer: Uint8Array | undefined) => void): void {
  if (said === "mute") return answered(undefined);
  if (said instanceof Uint8Array) return answered(said);
  clock.after(said.afterMs, () => answered(said.answer));
}

/** A card with contacts that speaks T=1 well and answers commands as a check wants it. */
export interface PlayedCard extends ContactCard {
  /** Commands it was given, in order. */
  readonly commands: readonly Uint8Array[];
  /** Voltage classes it was given power with, in order. */
  readonly voltages: readonly number[];
  readonly powerOffs: number;
}

/** Makes one; `answer` defaults to 9000 for everything. */
export function playedCard(
  bench: Bench,
  slot: number,
  answer: (command: Uint8Array, index: number) => CardAnswer = () => OK,
  atr: Uint8Array = QUICK_ATR,
): PlayedCard {
  const commands: Uint8Array[] = [];
  const voltages: number[] = [];
  let powerOffs = 0;
  const card = new T1Card({
    clock: bench.clock,
    send: (characters) => bench.card.say(slot, characters),
    answer: (command, answered) => {
      commands.push(command.slice());
      giveAnswer(bench.clock, answer(command, commands.length - 1), answered);
    },
    ifsc: 254,
    edc: "lrc",
    wtxEveryMs: 60,
    lenient: true,
  });
  return {
    commands,
    voltages,
    get powerOffs() {
      return powerOffs;
    },
    powerOn(voltage) {
      voltages.push(voltage);
      card.reset();
      return atr;
    },
    powerOff() {
      powerOffs++;
      card.reset();
    },
    receive: (characters) => card.receive(characters),
  };
}

/** Bytes of a length in which every position can be told: for answers that must come whole. */
export function counted(lengthBytes: number): Uint8Array {
  return Uint8Array.from({ length: lengthBytes }, (_, index) => (index * 7 + (index >> 8)) & 0xff);
}

/** Data followed by 9000. */
export const withOk = (data: Uint8Array): Uint8Array => concat(data, OK);

/** A card switch bounces, and the bench port is another line than the host's: a reader may take this long to see a card, ms. */
const SEEN_MS = 1_000;
const LOOK_EVERY_MS = 10;

/** Waits until the reader sees that a card came to the slot with contacts, or left it; what follows tells when it does not. */
export function* seen(bench: Bench, isPresent: boolean): Process<void> {
  const untilMs = bench.clock.nowMs + SEEN_MS;
  while (bench.clock.nowMs < untilMs) {
    const status = yield* bench.host.status(bench.contactSlot);
    if ((iccStatusOf(status) !== ICC_STATUS.absent) === isPresent) return;
    yield* sleep(bench.clock, LOOK_EVERY_MS);
  }
}

/** Takes the card out and waits until the reader sees it: a card put in before that is the old one to a reader that debounces. */
export function* removed(bench: Bench): Process<void> {
  bench.card.remove(bench.contactSlot);
  yield* seen(bench, false);
}

/** Puts a card in and has the host power it; the clause is broken when that fails. */
export function* powered(bench: Bench, card: ContactCard): Process<Answer> {
  bench.card.insert(bench.contactSlot, card);
  yield* seen(bench, true);
  const answer = yield* bench.host.powerOn(bench.contactSlot);
  bench.require(
    succeeded(answer),
    { ja: `IccPowerOnが失敗した（${statusText(answer)}）`, en: `IccPowerOn failed: ${statusText(answer)}` },
    answer.seq,
  );
  return answer;
}
