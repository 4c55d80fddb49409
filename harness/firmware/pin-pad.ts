import type { CcidFrame } from "../../devices/ccid/frame.ts";
import { secure } from "../../devices/ccid/writer.ts";
import { writePinRequest } from "../../devices/ccid-secure/writer.ts";
import { fromHex, latin1 } from "../../simulator/kernel/bytes.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { Bench } from "./bench.ts";
import type { PlayedCard } from "./cards.ts";
import { type Answer, HOST_WAIT_MS } from "./host-side.ts";

/** Digits of a test PIN, and of the PIN of a My Number card (my-number-card.md §1.2). */
export const PIN_DIGITS = 4;
/** VERIFY of the user's PIN with room for the digits. */
const TEMPLATE = fromHex("00 20 00 80 04 FF FF FF FF");
const INS_VERIFY = 0x20;
const HEADER_BYTES = 5;

/** bTimeOut: while a check goes on, a countdown shows no digit a test PIN can have. */
const ENTRY_S = 44;
/** What firmware is given to show its prompt; one without a screen is ready by then. */
const PROMPT_MS = 1_000;
/** From 5 on: counts of keys, digits and tries on a screen are lower, so that a digit of the PIN is told from them. */
const TEST_DIGITS = ["5", "6", "7", "8", "9"];

/** Four different digits by chance, another four for each name. */
export function testPin(rng: Rng, name: string): string {
  const left = [...TEST_DIGITS];
  const chance = rng.fork(name);
  return Array.from({ length: PIN_DIGITS }, () => left.splice(chance.below(left.length), 1)[0]).join("");
}

/** PC_to_RDR_Secure that asks for a PIN, not sent yet. */
export function pinCommand(bench: Bench, timeoutS: number): CcidFrame {
  const data = writePinRequest({ timeoutS, minDigits: PIN_DIGITS, maxDigits: PIN_DIGITS, command: TEMPLATE });
  return secure(bench.host.to(bench.contactSlot), data);
}

/** Sends a command of PIN entry and waits for its prompt, not one that was there before; false when none is shown. */
export function* prompted(bench: Bench, command: CcidFrame): Process<boolean> {
  const shown = bench.card.screens.length;
  bench.host.send(command);
  return yield* bench.card.untilScreen((text) => text !== "" && bench.card.screens.length > shown, PROMPT_MS);
}

/** Has the host ask for a PIN at the pad, and waits for the prompt. */
export function* askForPin(bench: Bench, timeoutS = ENTRY_S): Process<CcidFrame> {
  const command = pinCommand(bench, timeoutS);
  yield* prompted(bench, command);
  return command;
}

/** A whole entry: prompt, digits, enter; what the host is answered. The clause is broken when it is nothing. */
export function* enterPin(bench: Bench, pin: string): Process<Answer> {
  const command = yield* askForPin(bench);
  bench.card.type(pin);
  bench.card.key("enter");
  return yield* entryResult(bench, command, HOST_WAIT_MS.transfer);
}

/** The answer to an entry that was asked for; the clause is broken when none comes. */
export function* entryResult(bench: Bench, command: CcidFrame, timeoutMs: number): Process<Answer> {
  const answer = yield* bench.host.answerTo(command, timeoutMs);
  bench.require(answer, {
    ja: "暗証番号の入力が終わったのにホストへ応答がない",
    en: "the PIN entry is over and the host got no answer",
  });
  return answer;
}

/** Waits until the firmware took every key that was pressed: what it is asked on the same port comes after them. */
export function* keysTaken(bench: Bench): Process<void> {
  yield* bench.card.ask("getMemory");
}

/** True for a VERIFY, with or without data. */
export const isVerify = (command: Uint8Array): boolean => command[1] === INS_VERIFY;

/** True for a VERIFY that holds a PIN. */
export const holdsPin = (command: Uint8Array): boolean => isVerify(command) && command.length > HEADER_BYTES;

/** Digits a card was given by VERIFY, in order. */
export function pinsGiven({ commands }: PlayedCard): readonly string[] {
  return commands.filter(holdsPin).map((command) => latin1(command.subarray(HEADER_BYTES)));
}
