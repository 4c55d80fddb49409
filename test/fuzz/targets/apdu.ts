import { decodeCommand, encodeCommand } from "../../../devices/iso7816/apdu.ts";
import { atrVectors, decodeAtr } from "../../../devices/iso7816/atr-decode.ts";
import { answerPseudoApdu, answerVectors } from "../../../devices/pcsc-part3/answer.ts";
import { parsePseudoApdu } from "../../../devices/pcsc-part3/parser.ts";
import { writePseudoApdu } from "../../../devices/pcsc-part3/writer.ts";
import { t1Parameters } from "../../../devices/t1/parameters.ts";
import { fromHex, sameBytes } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import type { FuzzTarget } from "../target.ts";

/** A command of any case, short or extended. */
function anyCommand(rng: Rng): Uint8Array {
  const [cla = 0, ins = 0, p1 = 0, p2 = 0] = rng.bytes(4);
  const data = rng.bytes(rng.pick([0, 1, 16, 255, 256]));
  const ne = rng.pick([0, 1, 256, 257, 65_536]);
  return encodeCommand({ cla, ins, p1, p2, data, ne });
}

/** Command APDUs. */
export const commandApdu: FuzzTarget = {
  name: "command-apdu",
  input: { longestMessageBytes: 300 },
  message: anyCommand,
  make: () => ({
    feed(piece) {
      const command = decodeCommand(piece);
      if (command !== undefined)
        ensure(sameBytes(encodeCommand(command), piece), "a command is written as it was read");
    },
  }),
};

const pseudoApdus = answerVectors.map(({ command }) => fromHex(command));
const KNOWN_CARD = { uid: fromHex("01 02 03 04"), history: fromHex("A0 A1") };

/** Commands for the reader itself. */
export const pseudoApdu: FuzzTarget = {
  name: "pseudo-apdu",
  input: { longestMessageBytes: 40 },
  message: (rng) => rng.pick(pseudoApdus),
  make: () => ({
    feed(piece) {
      const asked = parsePseudoApdu(piece);
      if (asked !== undefined && asked.kind !== "refused") writePseudoApdu(asked);
      ensure(
        (answerPseudoApdu(piece, KNOWN_CARD) === undefined) === (asked === undefined),
        "what is asked is answered",
      );
    },
  }),
};

const atrs = atrVectors.map(({ atr }) => fromHex(atr));
const CLOCK_HZ = 4_000_000;

/** Answers to reset, and the parameters of T=1 they give. */
export const atr: FuzzTarget = {
  name: "atr",
  input: { longestMessageBytes: 40 },
  message: (rng) => rng.pick(atrs),
  make: () => ({
    feed(piece) {
      decodeAtr(piece);
      const parameters = t1Parameters(piece, CLOCK_HZ);
      if (parameters === undefined) return;
      ensure(parameters.ifsc > 0 && parameters.ifsc < 255, "a block holds something");
      ensure(parameters.bwtMs > 0 && parameters.bwtMs < 60_000, "a card answers within a minute");
    },
  }),
};
