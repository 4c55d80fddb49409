import type { Bilingual } from "../kernel/bilingual.ts";
import type { ElementTable } from "./element-table.ts";
import type { CentralProfile } from "./profile.ts";
import type { ResultCode } from "./result-codes.ts";
import type { MessageEncoding } from "./text.ts";
import type { ReadLimits } from "./xml-reader.ts";

/** What every request says of itself. */
export interface AnyRequest {
  readonly MessageHeader: { readonly MedicalInstitutionCode: string; readonly ArbitraryFileIdentifier?: string };
}

/** A failure of the whole message, to be told in a result. */
export interface Failure {
  /** One of receipt-system-interface.md §8.1 (ours). */
  readonly code: string;
  readonly text: string;
  /** `yyyymmddHHMMSS`. */
  readonly at: string;
  /** Facility code. */
  readonly facility: string;
}

/** A whole message as an example: what it means, or the code it is refused with. */
export type MessageVector<R> = {
  readonly title: string;
  /** The file without its declaration, which follows from the encoding. */
  readonly xml: string;
  readonly encoding: MessageEncoding;
} & ({ readonly record: R } | { readonly refused: ResultCode });

/** A kind of message: one request file and its result. */
export interface MessageKind<Q extends AnyRequest, A extends object> {
  /** What a file name begins with, `OQSsiquc01`. */
  readonly code: string;
  readonly title: Bilingual;
  /** Document and section the layout comes from. */
  readonly source: string;
  readonly request: ElementTable<Q>;
  readonly answer: ElementTable<A>;
  /** Set where the whole layout is ours: the key of the profile that switches it on (receipt-system-interface.md §8.3). */
  readonly ext?: keyof CentralProfile["ext"];
  /** Bounds of its files; those of a message of one person where left out. */
  readonly limits?: ReadLimits;
  /** The answer that tells of a failure. */
  failure(failure: Failure, request: Q): A;
  /** Header elements that tell a result's encoding (OQSCD005); none where the layout has no such element. */
  characterCode(value: "0" | "1"): Readonly<Record<string, string>>;
  readonly vectors: { readonly request: readonly MessageVector<Q>[]; readonly answer: readonly MessageVector<A>[] };
}

/** A kind whatever its messages; a request reaches `failure` only after its own table accepted it. */
export type AnyMessageKind = MessageKind<AnyRequest, object>;

/** A vector's file as text, with the declaration of its encoding. */
export function vectorText({ xml, encoding }: MessageVector<unknown>): string {
  return `<?xml version="1.0" encoding="${encoding}" standalone="no"?>\n${xml}`;
}
