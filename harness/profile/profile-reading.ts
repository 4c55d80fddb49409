import type { z } from "zod";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { messageKind } from "../../simulator/messages/index.ts";
import { defaultProfile, type Profile } from "../../simulator/messages/profile.ts";
import { type Mistake, nearest, type Path, refuseFor } from "./mistakes.ts";
import { profileKeys } from "./profile-keys.ts";
import { profileShape } from "./profile-shape.ts";
import { type ProfileSource, readSource } from "./profile-source.ts";

/** A file longer than this is no profile. */
const MAX_CHARACTERS = 100_000;

/**
 * Reads a profile, YAML or JSON (which is YAML as well); what it leaves out keeps our choice. A {@link MisuseError} names the
 * lines, the keys and the fixes. The password is never quoted.
 */
export function readProfile(text: string): Profile {
  if (text.length > MAX_CHARACTERS) throw new MisuseError("profile", `is longer than ${MAX_CHARACTERS} characters`);
  const source = readSource(text);
  if ("mistakes" in source) refuseFor(source.mistakes);
  const { given, lineOf } = source as ProfileSource;
  const issues = profileShape.safeParse(given).error?.issues ?? [];
  refuseFor(firstOfEach(issues.flatMap(mistakesOf)).map((mistake) => ({ ...mistake, line: lineOf(mistake.path) })));
  const profile = merged(defaultProfile, given) as Profile;
  refuseFor([...contradictions(profile)].map(([path, message]) => ({ path, line: lineOf(path), message })));
  return profile;
}

function mistakesOf(issue: z.core.$ZodIssue): readonly Omit<Mistake, "line">[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((unknown) => {
      const near = nearest([...path.map(String), unknown].join("."), Object.keys(profileKeys));
      const message = `there is no such key; did you mean ${near.join(" or ")}?`;
      return { path: [...path, unknown], message, accepted: near };
    });
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return [{ path, message: `write one of ${values.join(", ")}`, accepted: values }];
  }
  return [{ path, message: issue.message }];
}

/** A value may be wrong in two ways; the first is told. */
function firstOfEach<M extends Pick<Mistake, "path">>(mistakes: readonly M[]): readonly M[] {
  const byPath = mistakes.toReversed().map((mistake) => [mistake.path.map(String).join("\n"), mistake] as const);
  return [...new Map(byPath).values()].toReversed();
}

/** What is right by itself and wrong together. */
function* contradictions(profile: Profile): Generator<readonly [path: Path, message: string]> {
  const { delay, zip, name, yzk } = profile;
  if (delay.spreadFromMs > delay.spreadToMs)
    yield [["delay", "spreadFromMs"], `is more than delay.spreadToMs, ${delay.spreadToMs}`];
  if (zip.encrypt.length > 0 && zip.password === "")
    yield [["zip", "password"], "zip.encrypt names files to encrypt; give the password both sides use"];
  if (name.free.usual > name.free.most)
    yield [["name", "free", "usual"], `is more than name.free.most, ${name.free.most}`];
  if (yzk.result.ok === yzk.result.refused) yield [["yzk", "result"], "ok and refused must differ"];
  yield* doubtfulNames(name.prefix);
  yield* longTexts(profile);
}

/** A file must be of one kind. */
function* doubtfulNames(prefix: Profile["name"]["prefix"]): Generator<readonly [path: Path, message: string]> {
  const official = Object.values(prefix);
  for (const [own, other] of Object.entries(prefix)) {
    if (official.filter((code) => code === other).length > 1)
      yield [["name", "prefix", own], `${other} is given to two kinds`];
    if (messageKind(other) !== undefined && !Object.hasOwn(prefix, other))
      yield [
        ["name", "prefix", own],
        `${other} is what files of another kind begin with; give that kind another name too`,
      ];
  }
}

/** Elements that hold a code of `codes`, and its text (receipt-system-interface.md §2.3 rows 7, 8, 13, 14). */
const HOLDERS = {
  code: ["ErrorCode", "ProcessingResultCode"],
  ja: ["ErrorMessage", "ProcessingResultMessage"],
} as const;

function* longTexts({ codes, len }: Profile): Generator<readonly [path: Path, message: string]> {
  for (const [code, texts] of Object.entries(codes)) {
    for (const part of ["code", "ja"] as const) {
      const length = [...(texts[part] ?? "")].length;
      const narrow = HOLDERS[part].find((holder) => length > (len[holder] ?? length));
      if (narrow !== undefined) yield [["codes", code, part], `is longer than len.${narrow}, ${len[narrow]}`];
    }
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
