import { benchMessage, encodeBenchMessage } from "../../../devices/bench-port/frame.ts";
import { BenchParser } from "../../../devices/bench-port/parser.ts";
import { encodeFrame } from "../../../devices/ccid/frame.ts";
import { messageKinds } from "../../../devices/ccid/messages.ts";
import { isDefect, parseFrame } from "../../../devices/ccid/parser.ts";
import { pinVerificationVectors } from "../../../devices/ccid-secure/frame.ts";
import { parsePinRequest } from "../../../devices/ccid-secure/parser.ts";
import { insertPins } from "../../../devices/ccid-secure/pin-block.ts";
import { EXTENDED_MAX_MESSAGE_BYTES, GEMPC_MAX_MESSAGE_BYTES } from "../../../devices/ccid-serial/constants.ts";
import { encodeBytes } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { lineVectors } from "../../../devices/ccid-serial/vectors.ts";
import { concat, fromHex, sameBytes } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { harmed } from "../harm.ts";
import type { FuzzTarget } from "../target.ts";

const ccidMessages = messageKinds.flatMap(({ vectors }) => vectors.map(({ bytes }) => fromHex(bytes)));
const lines = lineVectors.map(({ bytes }) => fromHex(bytes));
const GOOD_MESSAGE = fromHex("65 00000000 00 00 000000");
const SILENCE = { parts: 1, of: 20 } as const;

/** Whole CCID messages of which nobody knows whether they are. */
export const ccidFrame: FuzzTarget = {
  name: "ccid-frame",
  input: { longestMessageBytes: 300 },
  message: (rng) => rng.pick(ccidMessages),
  make: () => ({
    feed(piece) {
      const read = parseFrame(piece);
      if (!isDefect(read)) ensure(sameBytes(encodeFrame(read), piece), "a message is written as it was read");
    },
  }),
};

/** The serial line: frames whose LRC is right around messages that are not, and frames that are damaged themselves. */
export const lineParser: FuzzTarget = {
  name: "line-parser",
  input: "stream",
  message: (rng) => rng.pick([rng.pick(lines), encodeBytes(harmed(rng, rng.pick(ccidMessages)))]),
  make: (rng) => {
    let isHeard = false;
    const parsers = [GEMPC_MAX_MESSAGE_BYTES, EXTENDED_MAX_MESSAGE_BYTES].map(
      (max) =>
        new LineParser(max, (event) => {
          isHeard = event.kind === "message" && sameBytes(event.bytes, GOOD_MESSAGE);
        }),
    );
    return {
      feed(piece) {
        const isSilent = rng.chance(SILENCE);
        for (const parser of parsers) {
          parser.push(piece);
          if (isSilent) parser.gap();
        }
      },
      recovers() {
        for (const parser of parsers) {
          isHeard = false;
          parser.gap();
          parser.push(encodeBytes(GOOD_MESSAGE));
          ensure(isHeard, "a good frame behind a silence is read");
        }
      },
    };
  },
};

const pinStructures = pinVerificationVectors.map(({ bytes }) => fromHex(bytes));
const pinCommands = ["00 20 00 80", "00 20 00 80 04 FF FF FF FF", "00 20 00 80 08 20 FF FF FF FF FF FF FF"].map(
  fromHex,
);

/** Data of PC_to_RDR_Secure; where a request is understood, a PIN of every length it allows goes into its command. */
export const pinRequest: FuzzTarget = {
  name: "pin-request",
  input: { longestMessageBytes: 300 },
  message: (rng) => concat(rng.pick(pinStructures), rng.pick(pinCommands)),
  make: () => ({
    feed(piece) {
      const read = parsePinRequest(piece);
      if ("badByte" in read) return;
      for (const digits of [read.minDigits, read.maxDigits])
        insertPins(read.command, read.format, [{ digits: "0".repeat(digits), offsetBytes: 0 }]);
    },
  }),
};

const anyBenchMessage = (rng: Rng): Uint8Array =>
  encodeBenchMessage(benchMessage(rng.below(256), rng.below(4), rng.bytes(rng.below(40))));

/** The bench port; one whose length cannot be right is over, and another begins. */
export const benchParser: FuzzTarget = {
  name: "bench-parser",
  input: "stream",
  message: anyBenchMessage,
  make: () => {
    let isLost = false;
    const begin = () =>
      new BenchParser(({ kind }) => {
        ensure(!isLost, "nothing is told of a port that is over");
        isLost = kind === "lost";
      });
    let parser = begin();
    return {
      feed(piece) {
        parser.push(piece);
        if (!isLost) return;
        parser.push(piece);
        isLost = false;
        parser = begin();
      },
    };
  },
};
