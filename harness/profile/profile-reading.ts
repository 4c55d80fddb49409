import { distance } from "fastest-levenshtein";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { messageKind } from "../../simulator/messages/index.ts";
import { defaultProfile, type Profile } from "../../simulator/messages/profile.ts";
import { quoted } from "../reports/plain-text.ts";
import { profileKeys } from "./profile-keys.ts";
import { profileShape } from "./profile-shape.ts";

type Path = readonly PropertyKey[];
/** One thing wrong, with the line it stands on where there is one. */
type Wrong = (path: Path, message: string, accepted?: readonly string[]) => MisuseError;

/** Of the parser's own words; they may quote the file. */
const LONGEST_MESSAGE = 200;
/** A file longer than this is no profile. */
const MAX_CHARACTERS = 100_000;

/**
 * Reads a profile, YAML or JSON (which is YAML as well); what it leaves out keeps our choice. A {@link MisuseError} names the
 * line, the key and the fix. The password is never quoted.
 */
export function readProfile(text: string): Profile {
  if (text.length > MAX_CHARACTERS) throw new MisuseError("profile", `is longer than ${MAX_CHARACTERS} characters`);
  const lines = new LineCounter();
  const document = unlessTooDeep(() =>
    parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true }),
  );
  const wrong: Wrong = (path, message, accepted) => {
    const node = document.getIn(path as string[], true) as { range?: readonly number[] } | undefined;
    const at = node?.range?.[0];
    const line = at === undefined ? "" : ` (line ${lines.linePos(at).line})`;
    return new MisuseError(
      `profile ${path.map((key) => quoted(String(key))).join(".")}`.trim() + line,
      message,
      accepted,
    );
  };
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new MisuseError("profile", `line ${line}, column ${col}: ${quoted(broken.message, LONGEST_MESSAGE)}`);
  }
  const given: unknown = unlessTooDeep(() => document.toJS({ maxAliasCount: 0 })) ?? {};
  const read = profileShape.safeParse(given);
  const [issue] = read.error?.issues ?? [];
  if (issue !== undefined) throw problemOf(issue, wrong);
  const profile = merged(defaultProfile, given) as Profile;
  refuseContradictions(profile, wrong);
  return profile;
}

/** Aliases, which make a small file large, and nesting beyond the stack end in an exception of the parser. */
function unlessTooDeep<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new MisuseError("profile", "write it without aliases (*name) and without deep nesting");
  }
}

function problemOf(issue: z.core.$ZodIssue, wrong: Wrong): MisuseError {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const [unknown = ""] = issue.keys;
    const near = nearKeys([...path.map(String), unknown].join("."));
    return wrong([...path, unknown], `there is no such key; did you mean ${near.join(" or ")}?`, near);
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return wrong(path, `write one of ${values.join(", ")}`, values);
  }
  return wrong(path, issue.message);
}

/** The keys that look most like a mistyped one, by their paths. */
function nearKeys(written: string): readonly string[] {
  const last = (path: string): string => path.split(".").at(-1) ?? path;
  const far = (path: string): number => Math.min(distance(path, written), distance(last(path), last(written)) + 1);
  return Object.keys(profileKeys)
    .toSorted((a, b) => far(a) - far(b) || (a < b ? -1 : 1))
    .slice(0, 2);
}

/** What is right by itself and wrong together. */
function refuseContradictions({ delay, zip, name, yzk }: Profile, wrong: Wrong): void {
  if (delay.spreadFromMs > delay.spreadToMs)
    throw wrong(["delay", "spreadFromMs"], `is more than delay.spreadToMs, ${delay.spreadToMs}`);
  if (zip.encrypt.length > 0 && zip.password === "")
    throw wrong(["zip", "password"], "zip.encrypt names files to encrypt; give the password both sides use");
  if (name.free.usual > name.free.most)
    throw wrong(["name", "free", "usual"], `is more than name.free.most, ${name.free.most}`);
  if (yzk.result.ok === yzk.result.refused) throw wrong(["yzk", "result"], "ok and refused must differ");
  const official = Object.values(name.prefix);
  for (const [own, other] of Object.entries(name.prefix)) {
    if (messageKind(own) === undefined) throw wrong(["name", "prefix", own], "we have no kind of this name");
    if (official.filter((code) => code === other).length > 1)
      throw wrong(["name", "prefix", own], `${other} is given to two kinds`);
  }
}

/** The defaults with what is given on top, key by key; lists and the free tables are replaced whole. */
function merged(defaults: unknown, given: unknown): unknown {
  if (given === undefined) return defaults;
  if (!isTable(defaults) || !isTable(given) || Object.keys(defaults).length === 0) return given;
  return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, merged(value, given[name])]));
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
