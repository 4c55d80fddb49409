import { CONTROL_ACK, SYNC } from "../../devices/ccid-serial/constants.ts";
import { mutant } from "../mutant.ts";

/** 03, 06 and the ten bytes of a header. */
const HEAD_BYTES = 12;
const isShortBeginning = (piece: Uint8Array): boolean =>
  piece[0] === SYNC && piece[1] === CONTROL_ACK && piece.length < HEAD_BYTES;

/** Needs 03, 06 and the header in one read. */
export const headerInOneRead = mutant({
  id: "M-SR-04",
  layer: "serial",
  title: { ja: "ヘッダーが1回の読み出しに揃わないと捨てる", en: "a header that comes in two reads is lost" },
  symptom: { ja: "回線の混み方によりコマンドが消える", en: "commands vanish, depending on how busy the line is" },
  source: "our own; firmware-validation.md §8: frames split at every byte",
  caughtBy: "SR-04",
  slip: (good) => ({ ...good, line: { ...good.line, takesPiece: (piece) => !isShortBeginning(piece) } }),
});
