import type { CarrierKind } from "../../../devices/cards/card-image.ts";
import { type ApplicationId, DIGEST_INFO, sign } from "./apdus.ts";

/** Who may: anybody, nobody, or whoever presented one of these. */
type Who = "free" | "never" | readonly number[];

export interface Access {
  readonly carrier?: CarrierKind;
  readonly application: ApplicationId;
  /** READ BINARY by short id. */
  readonly files: Readonly<Record<number, Who>>;
  /** READ RECORD of record 1 by short id. */
  readonly records?: Readonly<Record<number, Who>>;
  /** COMPUTE DIGITAL SIGNATURE by short id. */
  readonly keys?: Readonly<Record<number, Who>>;
}

const JPKI_FILES = {
  1: [0x1b],
  2: "free",
  5: "never",
  6: "free",
  8: "free",
  9: "never",
  10: "free",
  11: "free",
} as const;

/** my-number-card.md §1.2, §1.4 to §1.6 and §6, written down a second time. */
export const accessTable: readonly Access[] = [
  { application: "card-manager", files: {} },
  { application: "jpki", files: JPKI_FILES, keys: { 23: [0x18, 0x16], 26: [0x1b] } },
  {
    application: "card-surface",
    files: {
      1: [0x11],
      2: [0x12, 0x13],
      3: "free",
      4: "free",
      5: [0x13],
      6: [0x12, 0x13],
    },
    keys: { 26: "free" },
  },
  {
    application: "text-input",
    files: {
      1: [0x11, 0x14],
      2: [0x11, 0x15],
      3: [0x11, 0x14, 0x15],
      4: "free",
      5: "free",
      6: [0x11, 0x14, 0x15],
      7: [0x11, 0x14, 0x15],
      8: "never",
    },
    keys: { 19: "free" },
  },
  { application: "common-card", files: {}, records: { 1: "free", 2: "free" } },
  { application: "resident-register", files: {}, records: { 2: "free" } },
  {
    carrier: "android",
    application: "jpki",
    files: { ...JPKI_FILES, 10: [0x18] },
    keys: { 23: [0x18, 0x16], 26: [0x1b] },
  },
  { carrier: "iphone", application: "jpki", files: JPKI_FILES, keys: { 23: "free", 26: [0x1b] } },
];

const two = (value: number): string => value.toString(16).padStart(2, "0");
const readBinary = (sfi: number): string => `00B0${two(0x80 | sfi)}0000`;
const readRecord = (sfi: number): string => `00B201${two((sfi << 3) | 4)}00`;
const signWith = (sfi: number): string => sign(DIGEST_INFO, 0x80 | sfi);

/** Every use of every object, with who may. */
export const uses = accessTable.flatMap(({ carrier = "card", application, files, records = {}, keys = {} }) =>
  [
    [files, readBinary, "file"] as const,
    [records, readRecord, "record file"] as const,
    [keys, signWith, "key"] as const,
  ].flatMap(([objects, command, kind]) =>
    Object.entries(objects).map(([sfi, who]) => ({
      carrier,
      application,
      what: `${kind} ${two(Number(sfi))}`,
      command: command(Number(sfi)),
      who,
    })),
  ),
);
