import { z } from "zod";

/** Longest line in bytes: the largest APDU (65,544 bytes in hexadecimal) and room for the rest of the object. */
export const MAX_LINE_BYTES = 140_000;

/** CLA INS P1 P2, three bytes Lc, 65,535 bytes data, two bytes Le (ISO/IEC 7816-4 §5.1). */
const MAX_APDU_BYTES = 65_544;

const id = z.union([z.string().max(64), z.int()]).optional();
const reader = z.string().min(1).max(128);
const apdu = z
  .string()
  .max(MAX_APDU_BYTES * 2)
  .regex(/^(?:[0-9A-Fa-f]{2})+$/);

const request = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("list"), id }),
  z.strictObject({ op: z.literal("subscribe"), id }),
  z.strictObject({ op: z.literal("power-on"), id, reader }),
  z.strictObject({ op: z.literal("reset"), id, reader }),
  z.strictObject({ op: z.literal("power-off"), id, reader }),
  z.strictObject({ op: z.literal("transmit"), id, reader, apdu }),
]);

/** One request of the APDU port, checked. */
export type ApduPortRequest = z.infer<typeof request>;

/** Names a request among those of a client; comes back in its answer. */
export type RequestId = ApduPortRequest["id"];

/** What each field takes. Our own words: what the sender wrote never comes back, it may hold a PIN. */
const FIELDS: Readonly<Record<string, string>> = {
  op: "one of list, subscribe, power-on, reset, power-off, transmit",
  id: "a whole number, or a text of at most 64 characters",
  reader: "the name of a reader as list gives it, at most 128 characters",
  apdu: `a command APDU in hexadecimal without blanks, at most ${MAX_APDU_BYTES} bytes`,
};

/** Why a line is no request. */
export interface BadLine {
  /** The peer speaks something else: answer and hang up. A page in a browser could otherwise post requests to the port. */
  readonly foreign: boolean;
  readonly id: RequestId;
  readonly field: string | undefined;
  readonly message: string;
  readonly fix: string;
}

/** Reads one line. Never throws, whatever the line. */
export function readRequest(line: string): ApduPortRequest | BadLine {
  const value = parse(line);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {
      foreign: true,
      id: undefined,
      field: undefined,
      message: "the line is not a JSON object",
      fix: 'send one JSON object a line, for example {"op":"list"}',
    };
  }
  const read = request.safeParse(value);
  if (read.success) return read.data;
  const known = id.safeParse("id" in value ? value.id : undefined);
  return { foreign: false, id: known.success ? known.data : undefined, ...wrongField(read.error.issues[0]) };
}

/** True for a line that was refused. */
export const isBadLine = (line: ApduPortRequest | BadLine): line is BadLine => "foreign" in line;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function wrongField(issue: z.core.$ZodIssue | undefined): Pick<BadLine, "field" | "message" | "fix"> {
  const field = issue?.path[0];
  const takes = typeof field === "string" ? FIELDS[field] : undefined;
  if (typeof field !== "string" || takes === undefined) {
    return {
      field: undefined,
      message: "the object has a field that this op does not take",
      fix: "send op and id, with reader where a reader is meant, with apdu where op is transmit, and nothing else",
    };
  }
  return { field, message: `${field} is missing or not acceptable`, fix: `${field} takes ${takes}` };
}
