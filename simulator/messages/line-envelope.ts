/**
 * How a message travels over the line: JSON with the kind, the facility and the record of the message. The real protocol
 * between terminal and centre is not public, so this envelope is ours (readers-and-line.md §17 "vendor protocol").
 */
export interface CentreRequest {
  readonly kind: string;
  readonly facility: string;
  /**
   * The account of the terminal's linkage: only a 医療情報閲覧者 is given medical information (eligibility-rules.md §6.2).
   * Left out: one.
   */
  readonly account?: CentreAccount;
  readonly body: object;
}

/** Kinds of accounts (ours; the public text only says that there are viewers of medical information). */
export type CentreAccount = "medical-viewer" | "general";

/** What the centre answers: a record, a refusal of the message, or its own failure; codes of receipt-system-interface.md §8.1. */
export type CentreAnswer =
  | { readonly status: "ok"; readonly body: object }
  | { readonly status: "refused"; readonly code: string; readonly text: string }
  | { readonly status: "error"; readonly code: string };

/** One message may be this long; far above any answer of 1,000 people, far below what would hurt. */
const MAX_BYTES = 64 << 20;

/** A request as it travels. */
export function encodeRequest(request: CentreRequest): Uint8Array {
  return Buffer.from(JSON.stringify(request), "utf8");
}

/** A request from the line; undefined when the bytes are none. The body is not checked here: its kind knows how. */
export function decodeRequest(bytes: Uint8Array): CentreRequest | undefined {
  const value = parseObject(bytes);
  if (value === undefined) return undefined;
  const { kind, facility, account, body } = value;
  if (typeof kind !== "string" || typeof facility !== "string" || !isObject(body)) return undefined;
  if (account === undefined) return { kind, facility, body };
  return account === "medical-viewer" || account === "general" ? { kind, facility, account, body } : undefined;
}

/** An answer as it travels. */
export function encodeAnswer(answer: CentreAnswer): Uint8Array {
  return Buffer.from(JSON.stringify(answer), "utf8");
}

/** An answer from the line; undefined when the bytes are none, as after a cut in the middle. */
export function decodeAnswer(bytes: Uint8Array): CentreAnswer | undefined {
  const value = parseObject(bytes);
  if (value === undefined) return undefined;
  const { status, body, code, text } = value;
  if (status === "ok" && isObject(body)) return { status, body };
  if (status === "refused" && typeof code === "string" && typeof text === "string") return { status, code, text };
  if (status === "error" && typeof code === "string") return { status, code };
  return undefined;
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // not JSON
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
