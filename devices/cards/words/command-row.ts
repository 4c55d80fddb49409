import { type Bilingual, same } from "../../../simulator/kernel/bilingual.ts";
import { type StatusWord, SW } from "../../iso7816/status-word.ts";
import type { CardNames } from "./card-names.ts";
import type { KeptCommand, KeptResponse } from "./kept-text.ts";

/** What a command finds current, as far as the exchanges before it were seen. */
export interface Current {
  /** Id of the application. */
  readonly application: string | undefined;
  /** The EF, key or PIN; undefined when none was selected. */
  readonly fid: number | undefined;
}

/** One exchange with what is known around it; a row words it. */
export interface Exchange {
  readonly command: KeptCommand;
  readonly response: KeptResponse;
  readonly current: Current;
  readonly names: CardNames;
}

/** An exchange that a row must word exactly so. */
export interface WordsVector {
  /** Id of the application it happens in; left out: `jpki`. */
  readonly application?: string;
  /** Exchanges before it in the same application, `command → response` as the trace keeps them. */
  readonly after?: readonly string[];
  readonly exchange: string;
  readonly ja: string;
  readonly en: string;
}

/** How one instruction is worded. Japanese and English are written side by side, neither translated word by word. */
export interface CommandRow {
  readonly ins: number;
  /** Set where the words hold for one class byte only. */
  readonly cla?: number;
  /** Name of the command in ISO/IEC 7816-4 or -8, or of the card's makers where those know none. */
  readonly name: string;
  /** What is asked, after the name; undefined when the name says it all. */
  asks(exchange: Exchange): Bilingual | undefined;
  /** What the status word means here, where it means something else than everywhere. */
  means?(sw: StatusWord, exchange: Exchange): Bilingual | undefined;
  /** What a reader of the trace should know besides. */
  notes?(exchange: Exchange): readonly (Bilingual | false)[];
  /** The EF an accepted command leaves current; undefined when it touches none. */
  leaves?(exchange: Exchange): { readonly fid: number | undefined } | undefined;
  readonly vectors: readonly WordsVector[];
}

/** A number as hexadecimal, two digits a byte. */
export const hex = (value: number, bytes: number): string =>
  value
    .toString(16)
    .toUpperCase()
    .padStart(bytes * 2, "0");

/** A file, key or PIN of the current application: its id, and its name where it is known. */
export function objectText({ current, names }: Exchange, fid: number | undefined): Bilingual {
  if (fid === undefined) return { ja: "カレントEF", en: "the current EF" };
  const id = hex(fid, 2);
  const name = current.application === undefined ? undefined : names.objectOf(current.application, fid);
  return name === undefined ? same(`EF ${id}`) : { ja: `EF ${id} ${name.ja}`, en: `EF ${id} ${name.en}` };
}

const NO_SFI = 0;
const ALL_SFI = 31;

/** The object a P2 of VERIFY, signing or authentication names: 80 the current one, 80|SFI by short id (my-number-card.md §2.4). */
export function referenceOf(p2: number, { current }: Exchange): number | undefined {
  const sfi = p2 & 0x1f;
  return sfi === NO_SFI || sfi === ALL_SFI ? current.fid : sfi;
}

/** True when the card accepted the command. */
export const accepted = ({ response }: Exchange): boolean => response.sw === SW.ok;

/** Bytes, counted. */
export const bytesText = (count: number): Bilingual => ({
  ja: `${count}バイト`,
  en: count === 1 ? "1 byte" : `${count} bytes`,
});

/** Marks as the trace writes them. */
export const marksText = (kinds: readonly string[]): string => kinds.map((kind) => `«${kind}»`).join(" ");

/** The data field of a command by its length, never by its content; a withheld one by its mark. */
export function dataText({ command: { data, withheld } }: Exchange): Bilingual {
  return data === undefined ? same(marksText(withheld)) : bytesText(data.length);
}

const EVERYTHING = 65_536;

/** How much is asked for at most. */
export function expectedText(ne: number): Bilingual {
  if (ne === EVERYTHING) return { ja: "あるだけ（拡張長）", en: "all there is (extended length)" };
  if (ne === 256) return { ja: "最大256バイト", en: "up to 256 bytes" };
  return bytesText(ne);
}
