import { TO_FIRMWARE } from "../../../devices/bench-port/constants.ts";
import { benchMessage, encodeBenchMessage } from "../../../devices/bench-port/frame.ts";
import { BenchParser } from "../../../devices/bench-port/parser.ts";
import { COMMAND } from "../../../devices/ccid/constants.ts";
import { plainCommand } from "../../../devices/ccid/writer.ts";
import { EXTENDED_MAX_MESSAGE_BYTES } from "../../../devices/ccid-serial/constants.ts";
import { encodeMessage } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import type { Timers } from "../../../devices/transports/timers.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { ConfigurationError } from "../../configuration-error.ts";

/** A program that starts needs this long at most to answer its first command, ms. */
const FIRST_ANSWER_MS = 5_000;
/** A reader says little before its first answer; among more a frame may stand by chance, and it is none (ours). */
const MOST_BYTES_BEFORE = 8_192;
/** Firmware that speaks on its host line has started: its bench port answers soon, or is none, ms. */
const BENCH_ANSWER_MS = 1_000;
/** Bytes that are shown of a line that speaks something else. */
const SHOWN_BYTES = 16;

/** What came of the first question: a frame, only bytes that are none, nothing in time, or the line ended. */
export type FirstAnswer =
  | { readonly kind: "frame" }
  | { readonly kind: "no-frames"; readonly first: string }
  | { readonly kind: "silence"; readonly waitedMs: number }
  | { readonly kind: "ended" };

/**
 * Asks a line whether anybody is there (firmware-validation.md §2): GetSlotStatus, and any frame back will do, NAK too.
 * A run of a hundred checks against nobody would take a quarter of an hour to say so.
 */
export function firstAnswer(line: Transport, timers: Timers): Promise<FirstAnswer> {
  return new Promise((resolve) => {
    let first = "";
    let heardBytes = 0;
    const settle = (answer: FirstAnswer): void => {
      for (const cancel of cancels) cancel();
      resolve(answer);
    };
    const parser = new LineParser(EXTENDED_MAX_MESSAGE_BYTES, ({ kind }) => {
      if (kind === "message" || kind === "nak") settle({ kind: "frame" });
    });
    const cancels = [
      line.onBytes((bytes) => {
        if (first.length < 2 * SHOWN_BYTES) first += toHex(bytes.subarray(0, SHOWN_BYTES - first.length / 2));
        parser.push(bytes.subarray(0, MOST_BYTES_BEFORE - heardBytes));
        heardBytes = Math.min(MOST_BYTES_BEFORE, heardBytes + bytes.length);
        if (heardBytes === MOST_BYTES_BEFORE) settle({ kind: "no-frames", first });
      }),
      line.onEnd(() => settle({ kind: "ended" })),
      timers.after(FIRST_ANSWER_MS, () =>
        settle(first === "" ? { kind: "silence", waitedMs: FIRST_ANSWER_MS } : { kind: "no-frames", first }),
      ),
    ];
    line.send(encodeMessage(plainCommand(COMMAND.getSlotStatus, { slot: 0, sequence: 0 })));
  });
}

/** Whether a bench port answers when it is asked for the descriptor (docs/bench-port.md). */
export function benchAnswers(line: Transport, timers: Timers): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (answers: boolean): void => {
      for (const cancel of cancels) cancel();
      resolve(answers);
    };
    const parser = new BenchParser(({ kind }) => settle(kind === "message"));
    const cancels = [
      line.onBytes((bytes) => parser.push(bytes)),
      line.onEnd(() => settle(false)),
      timers.after(BENCH_ANSWER_MS, () => settle(false)),
    ];
    line.send(encodeBenchMessage(benchMessage(TO_FIRMWARE.getDescriptor)));
  });
}

/**
 * Refuses a line that somebody named as a bench port by `option` and that is none: every check that needs one would fail
 * as if the firmware were to blame. A {@link ConfigurationError}.
 */
export async function expectBench(line: Transport, option: string, timers: Timers): Promise<void> {
  if (await benchAnswers(line, timers)) return;
  throw new ConfigurationError(
    `${line.name}: no bench port answers there`,
    `look whether this is its bench port (docs/bench-port.md), or leave ${option} out`,
  );
}

/** A {@link FirstAnswer} that is none, in words for an error message; undefined for a frame. */
export function whyNot(answer: FirstAnswer): string | undefined {
  switch (answer.kind) {
    case "frame":
      return undefined;
    case "no-frames":
      return `it answers GetSlotStatus with bytes that are no frame: ${answer.first.replace(/(..)(?=.)/g, "$1 ")}`;
    case "silence":
      return `it does not answer GetSlotStatus within ${answer.waitedMs} ms`;
    case "ended":
      return "it ended";
  }
}
