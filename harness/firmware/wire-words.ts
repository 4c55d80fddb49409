import { FROM_FIRMWARE, TO_FIRMWARE } from "../../devices/bench-port/constants.ts";
import { kindOf } from "../../devices/ccid/messages.ts";
import { isDefect, parseFrame } from "../../devices/ccid/parser.ts";
import { EXTENDED_MAX_MESSAGE_BYTES } from "../../devices/ccid-serial/constants.ts";
import type { LineEvent } from "../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../devices/ccid-serial/parser.ts";
import { BLOCKS, COMMANDS, parseFrame as parseRfFrame } from "../../devices/iso14443/parser.ts";
import { decodeBlock } from "../../devices/t1/block.ts";
import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import { fromHex, toHex } from "../../simulator/kernel/bytes.ts";
import { blockText } from "./block-text.ts";
import type { KeptWireBytes } from "./wire.ts";

const byte = (value: number): string => toHex(Uint8Array.of(value));

/**
 * What bytes of a bench's lines say, in the words of the standards; undefined where they say nothing that has a name, or
 * where a mark stands among them. Never what a command or an answer holds.
 */
export function wireWords({ line, hex }: KeptWireBytes): Bilingual | undefined {
  if (!/^([0-9A-F]{2})+$/.test(hex)) return undefined;
  const bytes = fromHex(hex);
  switch (line) {
    case "host":
      return hostWords(bytes);
    case "bench":
      return benchWords(bytes);
    case "pcsc":
      return undefined; // an APDU says which it is in its first bytes
  }
}

function hostWords(bytes: Uint8Array): Bilingual | undefined {
  let first: LineEvent | undefined;
  new LineParser(EXTENDED_MAX_MESSAGE_BYTES, (event) => {
    first ??= event;
  }).push(bytes);
  switch (first?.kind) {
    case "message":
      return messageWords(first.bytes);
    case "nak":
      return same("NAK");
    case "movement": {
      const { slot, present } = first;
      return present
        ? { ja: `スロット${slot}にカードあり`, en: `card there, slot ${slot}` }
        : { ja: `スロット${slot}のカードなし`, en: `card gone, slot ${slot}` };
    }
    default:
      return undefined;
  }
}

function messageWords(bytes: Uint8Array): Bilingual | undefined {
  const frame = parseFrame(bytes);
  if (isDefect(frame)) return undefined;
  const kind = kindOf(frame.type);
  if (kind === undefined) return undefined;
  const status = kind.from === "reader" ? ` ${byte(frame.b7)} ${byte(frame.b8)}` : "";
  return same(`${kind.name} slot ${frame.slot} bSeq ${byte(frame.sequence)}${status}`);
}

const VOLTS: Readonly<Record<number, string>> = { 1: "5 V", 2: "3 V", 3: "1.8 V" };
const HEAD_BYTES = 4;

/** Plain names of the bench port's messages; those that carry blocks and frames are read further. */
const BENCH_WORDS: Readonly<Record<number, (payload: Uint8Array) => Bilingual>> = {
  [FROM_FIRMWARE.powerOn]: ([voltage = 0]) => ({
    ja: `カードに給電 ${VOLTS[voltage] ?? ""}`,
    en: `power on ${VOLTS[voltage] ?? ""}`,
  }),
  [FROM_FIRMWARE.powerOff]: () => ({ ja: "給電停止", en: "power off" }),
  [FROM_FIRMWARE.characters]: blockWords,
  [TO_FIRMWARE.characters]: blockWords,
  [FROM_FIRMWARE.field]: ([isOn]) =>
    isOn === 1 ? { ja: "磁界オン", en: "field on" } : { ja: "磁界オフ", en: "field off" },
  [FROM_FIRMWARE.rfFrame]: rfWords,
  [TO_FIRMWARE.rfFrame]: rfWords,
  [FROM_FIRMWARE.screen]: (payload) =>
    payload.length === 0 ? { ja: "画面は待機", en: "the screen rests" } : { ja: "画面表示", en: "the screen shows" },
  [FROM_FIRMWARE.log]: () => ({ ja: "ログ1行", en: "a line of the log" }),
  [TO_FIRMWARE.cardInserted]: () => ({ ja: "カード挿入", en: "card inserted" }),
  [TO_FIRMWARE.cardRemoved]: () => ({ ja: "カード取り出し", en: "card removed" }),
  [TO_FIRMWARE.key]: () => ({ ja: "キー操作", en: "a key" }),
  [TO_FIRMWARE.powerEvent]: () => ({ ja: "電源の異常", en: "an event of the supply" }),
};

function benchWords(bytes: Uint8Array): Bilingual | undefined {
  return BENCH_WORDS[bytes[2] ?? 0]?.(bytes.subarray(HEAD_BYTES));
}

function blockWords(characters: Uint8Array): Bilingual {
  const block = decodeBlock(characters, "lrc");
  if (block.kind === "defect") return { ja: "文字列", en: "characters" };
  return same(blockText(block));
}

function rfWords(payload: Uint8Array): Bilingual {
  const frame = parseRfFrame(payload, [...COMMANDS, ...BLOCKS, "ATQB"]);
  return frame.kind === "defect" ? { ja: "RFフレーム", en: "an RF frame" } : same(frame.kind);
}
