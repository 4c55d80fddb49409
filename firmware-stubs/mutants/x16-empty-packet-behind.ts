import { HEADER_BYTES } from "../../devices/ccid/constants.ts";
import { type CcidFrame, frame } from "../../devices/ccid/frame.ts";
import { encodeMessage } from "../../devices/ccid-serial/frame.ts";
import { mutant } from "../mutant.ts";

const PACKET_BYTES = 64;
/** A zero-length packet as a serial line would show it: ours. */
const emptyPacket = ({ type, slot, sequence, data }: CcidFrame): Uint8Array =>
  (HEADER_BYTES + data.length) % PACKET_BYTES === 0
    ? encodeMessage(frame(type, { slot, sequence }))
    : new Uint8Array(0);

/** Sends an empty answer behind one that fills whole USB packets. */
export const emptyPacketBehind = mutant({
  id: "X16",
  layer: "CCID",
  title: { ja: "64の倍数の応答の後に空の応答を送る", en: "an empty answer behind a multiple of 64 bytes" },
  symptom: { ja: "ホストが次の応答として空のデータを読む", en: "the host reads an empty answer to its next command" },
  source: "firmware-validation.md §9 X16: a fix of the public driver for zero-length packets",
  caughtBy: "CC-01",
  slip: (good) => ({ ...good, command: { ...good.command, trailer: (answer) => emptyPacket(answer) } }),
});
