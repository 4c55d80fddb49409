import { readFileSync, statSync } from "node:fs";
import { readRequestName } from "../../devices/terminal/request-name.ts";
import type { TerminalSettings } from "../../devices/terminal/settings.ts";
import { openRequest } from "../../devices/terminal/zip-envelope.ts";
import { HOUR_MS, instantOfStamp, midnightMs, readCivilDate } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { acceptRequest } from "../../simulator/messages/acceptance.ts";
import { type AnyMessageKind, messageKinds } from "../../simulator/messages/index.ts";
import { kindsOf } from "../../simulator/messages/profiled-kinds.ts";
import { SINGLE_MESSAGE_LIMITS } from "../../simulator/messages/xml-reader.ts";
import { ConfigurationError } from "../configuration-error.ts";
import type { NamedFile } from "./send-through.ts";

/** A file longer than this is not read at all; the terminal refuses far shorter ones. */
const MAX_FILE_BYTES = 100 << 20;
/** A day alone means its morning. */
const MORNING_MS = 9 * HOUR_MS;

/** A request file as the terminal gets it. */
export interface RequestFile extends NamedFile {
  readonly kind: AnyMessageKind;
}

/**
 * Reads a request; its kind follows from its name or from `--kind`, and then it gets a name of that kind. Names and lengths
 * are those the terminal is set up with (receipt-system-interface.md §8.2, §8.3, §8.16).
 */
export function requestFile(path: string, kindCode: string | undefined, settings: TerminalSettings): RequestFile {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const kind = kindCode === undefined ? kindInName(name, settings) : kindNamed(kindCode, settings);
  const own = `${kindCode}req_000000000001.${/\.zip$/i.test(name) ? "zip" : "xml"}`;
  return { kind, name: kindCode === undefined ? name : own, bytes: read(path) };
}

/** The request as the terminal will read it, for what is worth saying about it. */
export function readRequest({ kind, name, bytes }: RequestFile, { zip, err }: TerminalSettings) {
  const { maxBytes } = kind.limits ?? SINGLE_MESSAGE_LIMITS;
  const xml = openRequest({ name, bytes }, zip, maxBytes);
  return xml instanceof Uint8Array ? acceptRequest(kind, xml, err.accept) : xml;
}

/** True for a request whose result is a PDF: file categories 1 and 3 (receipt-system-interface.md §2.11). */
export function asksForPdf(request: object): boolean {
  const body = "MessageBody" in request ? request.MessageBody : undefined;
  const category = typeof body === "object" && body !== null && "FileCategory" in body ? body.FileCategory : undefined;
  return category === "1" || category === "3";
}

/** The instant of `--on`, Japan time; without one the wall's. */
export function instantOf(written: string | undefined): number {
  if (written === undefined) return Date.now();
  const [day = "", time] = written.split("T");
  const date = readCivilDate(day);
  if (date === undefined)
    throw new MisuseError("--on", `${day} is no day of the calendar; write yyyy-mm-dd or yyyy-mm-ddThh:mm`);
  if (time === undefined) return midnightMs(date) + MORNING_MS;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time))
    throw new MisuseError("--on", `${time} is no time of the day; write yyyy-mm-ddThh:mm, 00:00 to 23:59`);
  return instantOfStamp(`${date}${time.replaceAll(":", "")}`.padEnd(14, "0"));
}

const codesOf = ({ name }: TerminalSettings): readonly string[] => [
  ...messageKinds.map((known) => known.code),
  ...Object.values(name.prefix),
];

function kindNamed(code: string, settings: TerminalSettings): AnyMessageKind {
  const kind = kindsOf(settings)(code);
  const codes = codesOf(settings);
  if (kind === undefined) throw new MisuseError("--kind", `there is no ${code}; accepted: ${codes.join(", ")}`, codes);
  return kind;
}

function kindInName(name: string, settings: TerminalSettings): AnyMessageKind {
  const named = readRequestName(name, kindsOf(settings), settings.name.free.most);
  if (named.ok) return named.kind;
  throw new MisuseError("request", `${name}: ${named.problem.en}; or give its kind with --kind`, codesOf(settings));
}

function read(path: string): Uint8Array {
  const fix = "name a request file; madoguchi send --example makes one";
  try {
    if (statSync(path).size <= MAX_FILE_BYTES) return readFileSync(path);
  } catch {
    throw new ConfigurationError(`cannot read ${path}`, fix);
  }
  throw new ConfigurationError(`${path} is longer than ${MAX_FILE_BYTES >> 20} MiB`, fix);
}
