import { createHash } from "node:crypto";
import { latin1, sameBytes } from "../../simulator/kernel/bytes.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import { mark, type PrivateKind } from "../../simulator/kernel/trace.ts";
import { readText, writeText } from "../../simulator/messages/text.ts";
import type { CardChannel } from "../cards/card-channel.ts";

/** The three folders between terminal and receipt system (receipt-system-interface.md §1.1). */
export type ExchangeFolderName = "req" | "res" | "face";

/** A file in one of them. */
export interface ExchangeFile {
  readonly folder: ExchangeFolderName;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is in a zip, for whoever judges; nobody in the world looks at it. */
  readonly packed?: PackedFile;
}

/** The file in a zip. It is worth nothing once a fault has put other bytes in the zip's place. */
export interface PackedFile {
  readonly zip: Uint8Array;
  readonly content: Uint8Array;
  /** Packs another content the same way; only whoever packed it can. */
  readonly repack?: (content: Uint8Array) => Uint8Array;
}

/** A file appeared, or was taken away. */
export interface FileChange extends ExchangeFile {
  readonly change: "written" | "removed";
}

/** {@link FileChange} as evidence: the text with its encoding, or the bytes when they are no text. */
export type KeptFileChange = {
  readonly folder: ExchangeFolderName;
  readonly name: string;
  readonly change: "written" | "removed";
  readonly lengthBytes: number;
  readonly sha256: string;
  readonly encoding?: "UTF-8" | "Shift_JIS";
  readonly text?: string;
  readonly hex?: string;
  /** True where `encoding` and `text`, or the `hex` of what is no text, are those of the file in a zip. */
  readonly packed?: true;
};

/** Kinds of consent as the reader asks them and the centre keeps them (eligibility-rules.md §5). */
export type ConsentKind = "limit" | "disease" | "checkup" | "drug" | "care" | "surgery" | "subsidy";

/** What the patient chose at the reader. */
export interface PatientChoices {
  readonly consents: Readonly<Partial<Record<ConsentKind, boolean>>>;
  /** 1 electronic, 2 paper (OQSCD017); undefined when it was not asked. */
  readonly prescription?: "1" | "2";
}

/** Whom the centre recognised by card and signature. */
export interface Recognised {
  readonly kind: "recognised";
  readonly dialogue: string;
  /** Shown on the reader so that the patient can notice another person's data (requirements.md R3-28). */
  readonly name: string;
  readonly registered: boolean;
  readonly certificate: "valid" | "near-end" | "grace";
  readonly asks: readonly ConsentKind[];
}

/** How a confirmation ended. Everything but `recognised` ends on the reader; no file is written. */
export type Recognition =
  | Recognised
  | { readonly kind: "pin-wrong"; readonly triesLeft: number }
  | { readonly kind: "pin-locked" }
  | { readonly kind: "card-failed" }
  | { readonly kind: "certificate-refused" }
  | { readonly kind: "person-refused" }
  | Unreachable;

/** The centre could not be asked. */
export interface Unreachable {
  readonly kind: "unreachable";
  readonly why: "line" | "line-authentication" | "terminal-certificate" | "no-answer" | "centre-error";
}

/** How a first registration ended (readers-and-line.md §5.3). */
export type Registration = { readonly kind: "registered" | "pending" | "failed" } | Unreachable;

/** How the check-in ended: a face file was written, or not. */
export type Conclusion =
  | { readonly kind: "written"; readonly name: string }
  | { readonly kind: "person-refused" }
  | Unreachable;

/**
 * What reader software calls, named after the three public APIs of マイナンバーカード処理ソフト (readers-and-line.md §2);
 * their signatures are not public and so are ours.
 */
export interface TerminalApi {
  /** PIN無し認証による資格確認API: after face or visual check. */
  confirmWithoutPin(card: CardChannel): Process<Recognition>;
  /** 暗証番号入力による資格確認API. The card counts the tries, nobody else. */
  confirmWithPin(card: CardChannel, pin: string): Process<Recognition>;
  /**
   * Android and iPhone (readers-and-line.md §2; the name is ours). `pin` opens an Android phone's certificate; an iPhone
   * was unlocked by its owner and takes none.
   */
  confirmWithPhone(phone: CardChannel, pin: string | undefined): Process<Recognition>;
  /** 初回登録API. */
  registerFirst(card: CardChannel, patient: Recognised): Process<Registration>;
  /** Hands over the choices and lets the terminal write the face file. */
  conclude(card: CardChannel, patient: Recognised, choices: PatientChoices): Process<Conclusion>;
}

/** A call of the reader to the terminal and its result, without PIN. */
export interface TerminalCall {
  readonly reader: string;
  readonly call: keyof TerminalApi;
  readonly result: Recognition | Registration | Conclusion;
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between reader software and terminal. */
    "terminal.api": { readonly live: TerminalCall; readonly kept: TerminalCall };
    /** In the folders between terminal and receipt system. */
    "exchange.file": { readonly live: FileChange; readonly kept: KeptFileChange };
  }
}

/** Keeps a file as evidence; digits the world knows to be secret are replaced by their mark. */
export function keepFileChange(
  { folder, name, change, bytes, packed }: FileChange,
  secrets: readonly { readonly kind: PrivateKind; readonly digits: string }[],
): { readonly message: KeptFileChange; readonly marks: readonly PrivateKind[] } {
  const head = {
    folder,
    name,
    change,
    lengthBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  if (change === "removed") return { message: head, marks: [] };
  if (packed?.zip === bytes) return keepPacked(head, packed, secrets);
  const read = readText(bytes);
  // Text only where it gives the very bytes back: a replay must not depend on how a file was described.
  const isText = read !== undefined && sameBytes(writeText(read.text, read.encoding), bytes);
  const content = isText ? read.text : latin1(bytes);
  const found = secrets.filter(({ digits }) => content.includes(digits));
  const kept = found.reduce((text, { kind, digits }) => text.replaceAll(digits, mark(kind)), content);
  const marks = [...new Set(found.map(({ kind }) => kind))];
  return isText
    ? { message: { ...head, encoding: read.encoding, text: kept }, marks }
    : { message: { ...head, hex: Buffer.from(kept, "latin1").toString("hex") }, marks };
}

/** A zip by what is in it. Of a request its own bytes as well, because a replay lays the same file down again. */
function keepPacked(
  head: KeptFileChange,
  { zip, content }: PackedFile,
  secrets: Parameters<typeof keepFileChange>[1],
): ReturnType<typeof keepFileChange> {
  const inner = { folder: head.folder, name: head.name, change: head.change, bytes: content };
  const { message, marks } = keepFileChange(inner, secrets);
  const { encoding, text, hex } = message;
  const isText = text !== undefined && encoding !== undefined;
  const own = head.folder === "req" ? { hex: Buffer.from(zip).toString("hex") } : {};
  if (isText) return { message: { ...head, encoding, text, ...own, packed: true }, marks };
  if (head.folder === "req" || hex === undefined) return { message: { ...head, ...own }, marks };
  return { message: { ...head, hex, packed: true }, marks };
}
