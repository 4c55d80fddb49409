import { type CivilDate, readCivilDate } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Attributes } from "../../simulator/population/attribute-search.ts";
import { type Facility, facilityByCode } from "../../simulator/population/facility.ts";
import { areaBehind, homeBehind } from "../../simulator/population/home-address.ts";
import { type Insurer, insurerByNumber } from "../../simulator/population/insurer.ts";
import { type Municipality, municipalityAt } from "../../simulator/population/municipality.ts";
import type { Population } from "../../simulator/population/person.ts";
import { quoted } from "../reports/plain-text.ts";

/** What a query leads to. */
export type QueryResult =
  | { readonly kind: "people"; readonly indices: readonly number[]; readonly complete: boolean }
  | { readonly kind: "facility"; readonly facility: Facility }
  | { readonly kind: "insurer"; readonly insurer: Insurer }
  | { readonly kind: "municipality"; readonly municipality: Municipality }
  | { readonly kind: "nothing" };

const FORMS = [
  "<insurer number>/<number>",
  "<payer number>/<recipient number>",
  "<facility code>",
  "<insurer number>",
  "<address>",
  "<prefecture and municipality>",
  "name=…,birth=yyyy-mm-dd,address=…",
  "name=…,birth=yyyy-mm-dd,insurer=…",
];
const NOTHING: QueryResult = { kind: "nothing" };

/** Answers a query by its form; a text of no form is a {@link MisuseError} that lists them. */
export function answerQuery(population: Population, query: string): QueryResult {
  const text = query.trim();
  if (text.includes("=")) return people(population.findByAttributes(attributesOf(text)));
  const [, first, second] = /^(\d{6}|\d{8})\/(\d{1,8})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return byTwoNumbers(population, first.padStart(8), second);
  if (/^\d{10}$/.test(text)) {
    const facility = facilityByCode(text);
    return facility === undefined ? NOTHING : { kind: "facility", facility };
  }
  if (/^(?:\d{6}|\d{8})$/.test(text)) {
    const insurer = insurerByNumber(population.seed, text.padStart(8));
    return insurer === undefined ? NOTHING : { kind: "insurer", insurer };
  }
  return byAddress(population, text);
}

/** Insurer and payer numbers share their form; none of ours is both. */
function byTwoNumbers(population: Population, first: string, second: string): QueryResult {
  if (insurerByNumber(population.seed, first) !== undefined) {
    const indices = population.findByInsured({ insurerNumber: first, number: second });
    return people({ indices, complete: true });
  }
  const index = population.findByRecipient({ payerNumber: first, recipientNumber: second });
  return people({ indices: index === undefined ? [] : [index], complete: true });
}

function byAddress(population: Population, text: string): QueryResult {
  if (homeBehind(text) !== undefined) return people({ indices: population.findByAddress(text), complete: true });
  const area = areaBehind(text);
  if (area === undefined)
    // The text is not repeated: it may be anything, a personal number too.
    throw new MisuseError(
      "--query",
      `no number, address or name that can be looked for; give ${FORMS.join(", ")}`,
      FORMS,
    );
  return { kind: "municipality", municipality: municipalityAt(population.seed, area.municipality) };
}

function people(found: { readonly indices: readonly number[]; readonly complete: boolean }): QueryResult {
  return { kind: "people", ...found };
}

const KEYS = ["name", "birth", "sex", "address", "insurer"] as const;

function attributesOf(text: string): Attributes {
  const given: Partial<Record<(typeof KEYS)[number], string>> = {};
  for (const part of text.split(",")) {
    const [key = "", value = ""] = part.split("=").map((side) => side.trim());
    const known = KEYS.find((candidate) => candidate === key);
    if (known === undefined)
      throw new MisuseError("--query", `"${quoted(key)}" cannot be looked for; give ${KEYS.join(", ")}`, KEYS);
    if (value === "") throw new MisuseError("--query", `"${key}" has no value`);
    given[known] = value;
  }
  const { name, birth, sex, address, insurer } = given;
  if (name === undefined || birth === undefined)
    throw new MisuseError("--query", "a search by name needs name= and birth=", FORMS.slice(-2));
  if (sex !== undefined && sex !== "1" && sex !== "2" && sex !== "3")
    throw new MisuseError("--query", `sex=${quoted(sex)} is no code of OQSCD007; give 1, 2 or 3`, ["1", "2", "3"]);
  return {
    name,
    birthdate: birthdateOf(birth),
    ...(sex === undefined ? {} : { sex }),
    ...(address === undefined ? {} : { address }),
    ...(insurer === undefined ? {} : { insurerName: insurer }),
  };
}

function birthdateOf(written: string): CivilDate {
  const date = readCivilDate(written);
  if (date !== undefined) return date;
  throw new MisuseError("--query", `birth=${quoted(written)} is no day of the calendar; write birth=yyyy-mm-dd`);
}
