import { addMonths, type CivilDate, dateAt } from "../../simulator/kernel/civil-time.ts";
import { ensure, MisuseError } from "../../simulator/kernel/errors.ts";
import type { ElementTable, Row } from "../../simulator/messages/element-table.ts";
import { type AnyMessageKind, encodeMessage, messageKind, messageKinds } from "../../simulator/messages/index.ts";
import { namedFacility } from "../../simulator/population/facility.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../simulator/population/person.ts";
import { coversOn } from "../../simulator/rules/coverage.ts";
import { personIndex } from "./person-index.ts";

/** The kind of an example unless told. */
const USUAL_KIND = "OQSsiquc01";
/** So many people are looked at for one who is insured on the day. */
const MAX_LOOKED_AT = 1_000;
/** Medical information is asked for as XML, half a year back (receipt-system-interface.md §2.11). */
const MEDICAL_MONTHS = 6;
const AS_XML = "2";

/** A request as a file. */
export interface ExampleRequest {
  readonly kind: AnyMessageKind;
  readonly bytes: Uint8Array;
}

/**
 * A request of a kind about a computed person at an instant: elements that carry the person's, the facility's and the
 * day's values get these, other required ones those of the kind's first whole message. Without `index` the first person with
 * a valid eligibility.
 */
export function exampleRequest(
  kindCode: string | true,
  seed: number,
  index: number | undefined,
  nowMs: number,
): ExampleRequest {
  const code = kindCode === true ? USUAL_KIND : kindCode;
  const kind = messageKind(code);
  const codes = messageKinds.map((known) => known.code);
  if (kind === undefined)
    throw new MisuseError("--example", `there is no kind ${code}; accepted: ${codes.join(", ")}`, codes);
  const today = dateAt(nowMs);
  const population = new Population(seed, { asOf: today });
  const insured = (person: InsuredPerson) => person.eligibilities.find((row) => coversOn(row, today));
  const person =
    index === undefined
      ? firstOf(population, (one) => insured(one) !== undefined)
      : population.personAt(personIndex(index, population));
  const row = insured(person) ?? person.eligibilities[0];
  if (row === undefined) throw new MisuseError("--index", `person ${index} was never insured; choose another`);
  const values = valuesOf(person, row, today);
  const record = recordOf(kind.request, values, sampleOf(kind));
  return { kind, bytes: encodeMessage(kind.request, record, { encoding: "UTF-8", order: "paper" }) };
}

function firstOf(population: Population, suits: (person: InsuredPerson) => boolean): InsuredPerson {
  for (let index = 0; index < Math.min(MAX_LOOKED_AT, population.size); index++) {
    const person = population.personAt(index);
    if (suits(person)) return person;
  }
  throw new MisuseError("--on", `none of the first ${MAX_LOOKED_AT} people is insured on that day; give --index`);
}

/** What elements of requests are called, and the person's value for them; an empty one is left out. */
function valuesOf({ birthdate }: InsuredPerson, row: Eligibility, today: CivilDate): Readonly<Record<string, string>> {
  const { insurerNumber, symbol = "", number, branch = "" } = row;
  return {
    MedicalInstitutionCode: namedFacility("clinic").code,
    QualificationConfirmationDate: today,
    InsurerNumber: insurerNumber,
    InsuredCardSymbol: symbol,
    InsuranceCardSymbol: symbol,
    InsuredIdentificationNumber: number,
    InsuredPersonIdentificationNumber: number,
    InsuredBranchNumber: branch,
    BranchNumber: branch,
    Birthdate: birthdate,
    LimitApplicationCertificateRelatedConsFlg: "1",
    ConsentDateFrom: addMonths(today, -1),
    ConsentDateTo: today,
    StartDate: addMonths(today, -MEDICAL_MONTHS).slice(0, 6),
    EndDate: today.slice(0, 6),
    FileCategory: AS_XML,
    ArbitraryFileIdentifier: "EXAMPLE",
  };
}

/** A whole message of the kind, whose values belong together. */
function sampleOf({ code, vectors }: AnyMessageKind): object {
  const [sample] = vectors.request.flatMap((vector) => ("record" in vector ? [vector.record] : []));
  ensure(sample !== undefined, `${code} has no request that is accepted`);
  return sample;
}

type Values = Readonly<Record<string, string>>;
type Sample = Readonly<Record<string, unknown>>;

function recordOf(table: ElementTable<unknown>, values: Values, sample: object): object {
  const items = [...table.rows].map(([name, row]) => [name, valueFor(name, row, values, { ...sample })] as const);
  return Object.fromEntries(items.filter(([, value]) => value !== undefined));
}

function valueFor(name: string, row: Row, values: Values, sample: Sample): unknown {
  const there = sample[name];
  if (row.kind === "repeated") return [recordOf(row.table, values, (there as readonly object[])[0] ?? {})];
  if (row.kind === "group")
    return row.cardinality === "required" ? recordOf(row.table, values, there as object) : undefined;
  const own = values[name];
  if (own !== undefined) return own === "" ? undefined : own;
  return row.cardinality === "required" ? there : undefined;
}
