import type { CaCertificate } from "./ca-certificate.ts";
import type { CardKindId } from "./kinds.ts";

/** An application asked for: `there`, `absent`, or `unclear` with an answer that says neither. */
export type ApplicationAnswer = {
  readonly id: string;
  readonly aid: string;
  readonly answer: "there" | "absent" | "unclear";
  readonly statusWord: string;
};

/**
 * A PIN asked for. `left`: `triesLeft` of them. `blocked`: none. `unlimited`: the card counts none. `verified`: it was
 * presented already and the card does not tell the tries. `absent`: the application has no such object. `not-asked`: see {@link ProbeReport.triesNotAsked}.
 */
export type CredentialAnswer = {
  readonly id: string;
  readonly state: "left" | "blocked" | "unlimited" | "verified" | "unclear" | "absent" | "not-asked";
  readonly triesLeft?: number;
  readonly statusWord?: string;
};

/** What an ATR says, for JSON: bytes as hexadecimal. */
export type AtrAnswer = {
  readonly bytes: string;
  readonly convention: string;
  readonly interfaceBytes: Readonly<Record<string, string>>;
  readonly protocols: readonly number[];
  readonly rate?: { readonly fi: number; readonly di: number };
  readonly t1?: { readonly ifscBytes: number; readonly bwi: number; readonly cwi: number };
  readonly historical: string;
  readonly tck: "valid" | "wrong" | "none" | "missing";
  readonly complete: boolean;
  /** Made by a contactless reader (PC/SC part 3). */
  readonly contactless: boolean;
};

/**
 * What the probe learned. It holds no name, number, picture, PIN or holder's certificate: none was read. Plain data: as
 * JSON it is the output of `--json`.
 */
export type ProbeReport = {
  readonly format: 1;
  readonly atr: AtrAnswer;
  readonly kind: CardKindId;
  /** Name of a card without commands, from the ATR its reader made. */
  readonly storageCard?: string;
  readonly applications: readonly ApplicationAnswer[];
  readonly tokenLabel?: string;
  /** First element of the basic information of an application: specification version, extended lengths, maker. */
  readonly versions: Readonly<Record<string, string>>;
  readonly userCertificateThere: boolean;
  /** CA certificates by step; null where one is there but cannot be read. */
  readonly caCertificates: Readonly<Record<string, CaCertificate | null>>;
  readonly credentials: readonly CredentialAnswer[];
  /** The label is none of those whose cards are known to answer the question at no cost: it was not put. */
  readonly triesNotAsked: boolean;
  /** Every command that was sent, in order; no answer data. */
  readonly sent: readonly { readonly step: string; readonly command: string; readonly statusWord: string }[];
  /** The step at which the card fell silent; what comes behind was not asked. */
  readonly silentAt?: string;
};
