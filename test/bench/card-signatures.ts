import { type KeyObject, sign } from "node:crypto";
import { AUTHENTICATION_KEY, AUTHENTICATION_PIN, jpki } from "../../devices/cards/applications/jpki.ts";
import { decodeCommand, encodeCommand, encodeResponse } from "../../devices/iso7816/apdu.ts";
import {
  computeSignature,
  digestInfo,
  selectApplication,
  selectFile,
  verifyPin,
} from "../../devices/iso7816/commands.ts";
import { simulationKey } from "../../simulator/pki/simulation-keys.ts";
import { benchCard, PIN } from "./card-bench-card.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const SIGNATURES = 100;
const ROUNDS = 15;
const ANSWER_BYTES = 258;

/**
 * COMPUTE DIGITAL SIGNATURE over a DigestInfo, bytes to bytes, after one VERIFY, beside `crypto.sign` over as many bytes
 * with a KeyObject that is kept (performance.md §2). Both make RSA-2048 signatures, every one over another value.
 */
export function measureCardSignatures(): readonly Figure[] {
  const onCard = signingCard();
  const { privateKey } = simulationKey("card-authentication");
  const [card = [], bare = []] = takeTurns(ROUNDS, [() => repeat(onCard), () => repeat(bareSignature(privateKey))]);
  return [
    figure("COMPUTE DIGITAL SIGNATURE, of crypto.sign's speed", "ratio", ratios(bare, card), ">= 0.95"),
    figure("  card", "per-second", perSecond(SIGNATURES, card)),
    figure("  crypto.sign, KeyObject kept", "per-second", perSecond(SIGNATURES, bare)),
  ];
}

function signingCard(): (value: Uint8Array) => void {
  const card = benchCard();
  const exchange = (bytes: Uint8Array): Uint8Array => {
    const command = decodeCommand(bytes);
    return encodeResponse((command === undefined ? card.refuse() : card.transmit(command)).response);
  };
  const before = [
    selectApplication(jpki.aid),
    selectFile(AUTHENTICATION_PIN),
    verifyPin(PIN),
    selectFile(AUTHENTICATION_KEY),
  ];
  for (const command of before) exchange(encodeCommand(command));
  return (value) => {
    const { length } = exchange(encodeCommand(computeSignature(digestInfo(value), 0x80)));
    if (length !== ANSWER_BYTES) throw new Error("the card did not sign");
  };
}

function bareSignature(key: KeyObject): (value: Uint8Array) => void {
  return (value) => {
    sign("sha256", value, key);
  };
}

function repeat(signOne: (value: Uint8Array) => void): number {
  const value = Buffer.alloc(32);
  return timeMs(() => {
    for (let number = 0; number < SIGNATURES; number++) {
      value.writeUInt32BE(number);
      signOne(value);
    }
  });
}
