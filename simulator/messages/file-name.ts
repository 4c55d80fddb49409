import { MisuseError } from "../kernel/errors.ts";

/**
 * The name of a file between terminal and receipt system (receipt-system-interface.md §1.2):
 * `OQSsiquc01req_202611210001.xml`. The free part is the requester's and comes back in the result.
 */
export interface FileName {
  /** System, form, operation and step in their usual case, `OQSsiquc01`. */
  readonly code: string;
  readonly direction: "req" | "res";
  /** True for a result of a check-in at the reader, which nobody requested. */
  readonly face: boolean;
  /** 1–64 characters of `A-Za-z0-9_-`: the limits are ours (§8.2). */
  readonly free: string;
  readonly extension: "xml" | "zip" | "pdf" | "err";
}

/** What tells one face file from another. Only the time stamp is worth parsing (§1.2). */
export interface FaceToken {
  /** 10 digits. */
  readonly facility: string;
  /** 20 lower-case hexadecimal digits. */
  readonly token: string;
  /** `yyyymmddHHMMSS`. */
  readonly stamp: string;
}

const NAME =
  /^(?<system>OQS|YZK|TKK|CIP|EPS|CIS|EMS|PMH)(?<operation>(?:si|mu)[a-z]{3}[01][12])(?<direction>req|res)_(?<free>[a-z0-9_-]{1,69})\.(?<extension>xml|zip|pdf|err)$/i;
const FREE = /^[A-Za-z0-9_-]{1,64}$/;
const FACE = /^face_/i;
/** A requester may choose a free part that begins with `face_`; only with a time stamp at its end is it a reader's. */
const FACE_FREE = /^face_.+_\d{14}$/i;
const TOKEN = /^(?<facility>\d{10})(?<token>[0-9a-f]{20})_(?<stamp>\d{14})$/i;
const LONGEST = 128;

/** Parses a name in any case, as Windows would find it; undefined when it is none. Never throws. */
export function parseFileName(name: string): FileName | undefined {
  const groups = name.length > LONGEST ? undefined : NAME.exec(name)?.groups;
  if (groups === undefined) return undefined;
  const { system = "", operation = "", direction = "", free = "", extension = "" } = groups;
  const face = direction.toLowerCase() === "res" && FACE_FREE.test(free);
  const parsed = {
    code: system.toUpperCase() + operation.toLowerCase(),
    direction: direction.toLowerCase() as FileName["direction"],
    face,
    free: face ? free.replace(FACE, "") : free,
    extension: extension.toLowerCase() as FileName["extension"],
  };
  return FREE.test(parsed.free) ? parsed : undefined;
}

/** The name in its usual case; a {@link MisuseError} when the parts make none. */
export function buildFileName({ code, direction, face, free, extension }: FileName): string {
  const name = `${code}${direction}_${face ? "face_" : ""}${free}.${extension}`;
  if (parseFileName(name) === undefined) {
    throw new MisuseError("file name", `${name.slice(0, LONGEST)} is none`, [
      "OQSsiquc01req_<1-64 of A-Za-z0-9_->.xml",
    ]);
  }
  return name;
}

/** The name of a request's result: the same free part, `req` becomes `res`, the extension may change (§1.2). */
export function resultName(request: FileName, extension: FileName["extension"] = "xml"): string {
  return buildFileName({ ...request, direction: "res", extension });
}

/** `OQSsiquc01res_face_<facility><token>_<stamp>.xml` (§1.2). */
export function faceResultName(facility: string, token: string, stamp: string): string {
  const free = `${facility}${token}_${stamp}`;
  if (!TOKEN.test(free)) {
    throw new MisuseError("face file name", `${free.slice(0, LONGEST)} is no token`, [
      "<10 digits><20 hexadecimal digits>_<14 digits>",
    ]);
  }
  return buildFileName({ code: "OQSsiquc01", direction: "res", face: true, free, extension: "xml" });
}

/** Takes a face file's free part apart; undefined for other programs' tokens. */
export function parseFaceToken({ face, free }: FileName): FaceToken | undefined {
  const groups = face ? TOKEN.exec(free)?.groups : undefined;
  if (groups === undefined) return undefined;
  const { facility = "", token = "", stamp = "" } = groups;
  return { facility, token: token.toLowerCase(), stamp };
}
