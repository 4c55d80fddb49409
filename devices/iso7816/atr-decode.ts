import type { Atr } from "./atr.ts";

/** One interface byte by its name in the standard, `TA1` … `TD9`. */
export interface InterfaceByte {
  readonly name: string;
  readonly value: number;
}

/** What an ATR says (ISO/IEC 7816-3 §8). Made of any bytes: what is not there is not said. */
export interface AtrReading {
  /** TS: 3B direct, 3F inverse convention. */
  readonly convention: "direct" | "inverse" | "unknown";
  readonly interfaceBytes: readonly InterfaceByte[];
  /** Protocols T the card offers, in its order; T=0 where TD1 is absent. T=15 is no protocol and not listed. */
  readonly protocols: readonly number[];
  /** Clock rate conversion and baud rate adjustment of TA1; undefined without TA1 or where its code is reserved. */
  readonly rate?: { readonly fi: number; readonly di: number };
  /** First interface bytes of T=1: largest block the card takes, and its waiting times (§11.4). */
  readonly t1?: { readonly ifscBytes: number; readonly bwi: number; readonly cwi: number };
  readonly historical: Uint8Array;
  /** Check character. `none` where only T=0 is offered, which has none; `missing` where it ought to be. */
  readonly tck: "valid" | "wrong" | "none" | "missing";
  /** False when the bytes end before TD and T0 say they do. */
  readonly complete: boolean;
  /** Bytes behind the end. */
  readonly extraBytes: number;
}

/** TS and at most 32 characters after it (§8.2.1). */
const MAX_ATR_BYTES = 33;
const CONVENTIONS: Readonly<Record<number, AtrReading["convention"]>> = { 59: "direct", 63: "inverse" };

/** Fi and Di by the two halves of TA1 (§8.3 tables 7 and 8); 0 is reserved. */
const FI = [372, 372, 558, 744, 1116, 1488, 1860, 0, 0, 512, 768, 1024, 1536, 2048, 0, 0];
const DI = [0, 1, 2, 4, 8, 16, 32, 64, 12, 20, 0, 0, 0, 0, 0, 0];

/** Values that hold for T=1 until its interface bytes say otherwise (§11.4.2, §11.4.3). */
const DEFAULT_IFSC_BYTES = 32;
const DEFAULT_BWI_CWI = 0x4d;

/** Reads an ATR. Never throws, and looks at no more bytes than an ATR can have. */
export function decodeAtr(atr: Atr): AtrReading {
  const bytes = atr.subarray(0, MAX_ATR_BYTES);
  const { interfaceBytes, protocols, end, complete } = interfaceOf(bytes);
  const historicalEnd = end + ((bytes[1] ?? 0) & 15);
  const tckIsThere = protocols.some((protocol) => protocol !== 0) || complete.hasGlobal;
  const total = historicalEnd + (tckIsThere ? 1 : 0);
  const ta1 = interfaceBytes.find(({ name }) => name === "TA1")?.value;
  const rate = ta1 === undefined ? undefined : { fi: FI[ta1 >> 4] ?? 0, di: DI[ta1 & 15] ?? 0 };
  const t1 = protocols.includes(1) ? t1Of(interfaceBytes) : undefined;
  return {
    convention: CONVENTIONS[bytes[0] ?? -1] ?? "unknown",
    interfaceBytes,
    protocols,
    ...(rate === undefined || rate.fi === 0 || rate.di === 0 ? {} : { rate }),
    ...(t1 === undefined ? {} : { t1 }),
    historical: bytes.slice(end, historicalEnd),
    tck: tckOf(bytes, total, tckIsThere),
    complete: complete.interfaces && bytes.length >= total,
    extraBytes: Math.max(0, atr.length - total),
  };
}

interface Interfaces {
  readonly interfaceBytes: readonly InterfaceByte[];
  readonly protocols: readonly number[];
  /** Offset of the first historical byte. */
  readonly end: number;
  readonly complete: { readonly interfaces: boolean; readonly hasGlobal: boolean };
}

/** T0 announces the first group, each TD the next one and the protocol it belongs to. */
function interfaceOf(bytes: Uint8Array): Interfaces {
  const interfaceBytes: InterfaceByte[] = [];
  const offered: number[] = [];
  let [at, announced, whole] = [2, bytes[1] ?? 0, bytes.length >= 2];
  for (let group = 1; announced >> 4 !== 0 && whole; group++) {
    const present = announced >> 4;
    announced = 0;
    for (const [bit, letter] of ["A", "B", "C", "D"].entries()) {
      if ((present & (1 << bit)) === 0) continue;
      const value = bytes[at];
      if (value === undefined) {
        whole = false;
        break;
      }
      at++;
      interfaceBytes.push({ name: `T${letter}${group}`, value });
      if (letter === "D") {
        announced = value;
        offered.push(value & 15);
      }
    }
  }
  const protocols = [...new Set(offered.filter((protocol) => protocol !== GLOBAL))];
  return {
    interfaceBytes,
    protocols: offered.length === 0 ? [0] : protocols,
    end: at,
    complete: { interfaces: whole, hasGlobal: offered.includes(GLOBAL) },
  };
}

/** T=15 qualifies global interface bytes, no protocol; TCK is there with it (§8.2.5). */
const GLOBAL = 15;

/** TA, TB of the first group behind a TD, from TD2 on, that says T=1 (§11.4). */
function t1Of(interfaceBytes: readonly InterfaceByte[]): { ifscBytes: number; bwi: number; cwi: number } {
  const read = (name: string): number | undefined => interfaceBytes.find((byte) => byte.name === name)?.value;
  const announcing = interfaceBytes.find(
    ({ name, value }) => name.startsWith("TD") && name !== "TD1" && (value & 15) === 1,
  );
  const group = announcing === undefined ? undefined : Number(announcing.name.slice(2)) + 1;
  const times = read(`TB${group}`) ?? DEFAULT_BWI_CWI;
  return { ifscBytes: read(`TA${group}`) ?? DEFAULT_IFSC_BYTES, bwi: times >> 4, cwi: times & 15 };
}

function tckOf(bytes: Uint8Array, total: number, isThere: boolean): AtrReading["tck"] {
  if (!isThere) return "none";
  if (bytes.length < total) return "missing";
  return bytes.subarray(1, total).reduce((sum, byte) => sum ^ byte, 0) === 0 ? "valid" : "wrong";
}

/** Proof of the decoder: an ATR and what it says. */
export interface AtrVector {
  readonly title: string;
  readonly atr: string;
  readonly interfaceBytes: string;
  readonly says: Partial<Omit<AtrReading, "interfaceBytes" | "historical">>;
  readonly historical: string;
}

const CONTACTLESS = { protocols: [0, 1], t1: { ifscBytes: 32, bwi: 4, cwi: 13 }, tck: "valid" } as const;

/** ATRs of my-number-card.md §3.1 and §3.2, and of cards that are none. */
export const atrVectors: readonly AtrVector[] = [
  {
    title: "My Number card, contact, no historical bytes",
    atr: "3B E0 00 FF 81 31 FE 45 14",
    interfaceBytes: "TB1=00 TC1=FF TD1=81 TD2=31 TA3=FE TB3=45",
    says: { protocols: [1], t1: { ifscBytes: 254, bwi: 4, cwi: 5 }, tck: "valid" },
    historical: "",
  },
  {
    title: "My Number card, contact, extended lengths announced",
    atr: "3B DA 13 FF 81 31 FB 46 80 12 39 2F 31 C1 73 C6 01 C0 3B",
    interfaceBytes: "TA1=13 TC1=FF TD1=81 TD2=31 TA3=FB TB3=46",
    says: { protocols: [1], rate: { fi: 372, di: 4 }, t1: { ifscBytes: 251, bwi: 4, cwi: 6 }, tck: "valid" },
    historical: "80 12 39 2F 31 C1 73 C6 01 C0",
  },
  {
    title: "My Number card, contact, short",
    atr: "3B C5 FF 81 31 FB 45 80 73 C6 01 00 00",
    interfaceBytes: "TC1=FF TD1=81 TD2=31 TA3=FB TB3=45",
    says: { protocols: [1], t1: { ifscBytes: 251, bwi: 4, cwi: 5 }, tck: "valid" },
    historical: "80 73 C6 01 00",
  },
  {
    title: "My Number card, Type B, FWI 10",
    atr: "3B 88 80 01 00 00 05 E0 B3 81 A1 00 7F",
    interfaceBytes: "TD1=80 TD2=01",
    says: CONTACTLESS,
    historical: "00 00 05 E0 B3 81 A1 00",
  },
  {
    title: "My Number card, Type B, another application field",
    atr: "3B 88 80 01 00 00 41 E0 B3 81 A1 00 3B",
    interfaceBytes: "TD1=80 TD2=01",
    says: CONTACTLESS,
    historical: "00 00 41 E0 B3 81 A1 00",
  },
  {
    title: "My Number card, Type B, FWI 13",
    atr: "3B 88 80 01 00 4B 51 FF B3 81 D1 00 0F",
    interfaceBytes: "TD1=80 TD2=01",
    says: CONTACTLESS,
    historical: "00 4B 51 FF B3 81 D1 00",
  },
  {
    title: "My Number card, Type B, 106 kbit/s only",
    atr: "3B 88 80 01 00 4B 51 FF 00 81 D1 00 BC",
    interfaceBytes: "TD1=80 TD2=01",
    says: CONTACTLESS,
    historical: "00 4B 51 FF 00 81 D1 00",
  },
  {
    title: "My Number card, Type B, as readers of the iCLASS kind build it",
    atr: "3B F5 91 00 FF 91 81 71 FE 40 00 42 00 01 00 D1 D6",
    interfaceBytes: "TA1=91 TB1=00 TC1=FF TD1=91 TA2=81 TD2=71 TA3=FE TB3=40 TC3=00",
    says: { protocols: [1], rate: { fi: 512, di: 1 }, t1: { ifscBytes: 254, bwi: 4, cwi: 0 }, tck: "valid" },
    historical: "42 00 01 00 D1",
  },
  {
    title: "住基カード, Type B",
    atr: "3B 88 80 01 00 00 14 E0 B3 81 91 00 5E",
    interfaceBytes: "TD1=80 TD2=01",
    says: CONTACTLESS,
    historical: "00 00 14 E0 B3 81 91 00",
  },
  {
    title: "a memory card of PC/SC part 3",
    atr: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 01 00 00 00 00 6A",
    interfaceBytes: "TD1=80 TD2=01",
    says: CONTACTLESS,
    historical: "80 4F 0C A0 00 00 03 06 03 00 01 00 00 00 00",
  },
  {
    title: "T=0 alone, which has no check character, and two bytes too many",
    atr: "3B 02 14 50 AA BB",
    interfaceBytes: "",
    says: { protocols: [0], tck: "none", extraBytes: 2 },
    historical: "14 50",
  },
  {
    title: "inverse convention, T=15 alone: no protocol but a check character",
    atr: "3F 80 1F C7 58",
    interfaceBytes: "TD1=1F TA2=C7",
    says: { convention: "inverse", protocols: [], tck: "valid" },
    historical: "",
  },
  {
    title: "cut off in the interface bytes",
    atr: "3B E0 00 FF",
    interfaceBytes: "TB1=00 TC1=FF",
    says: { protocols: [0], complete: false },
    historical: "",
  },
  {
    title: "without its check character",
    atr: "3B E0 00 FF 81 31 FE 45",
    interfaceBytes: "TB1=00 TC1=FF TD1=81 TD2=31 TA3=FE TB3=45",
    says: { protocols: [1], tck: "missing", complete: false },
    historical: "",
  },
];
