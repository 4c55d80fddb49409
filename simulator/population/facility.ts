import type { Bilingual } from "../kernel/bilingual.ts";
import { MisuseError } from "../kernel/errors.ts";
import { checkDigit, hasValidCheckDigit } from "./check-digit.ts";
import { drawsOf } from "./draws.ts";
import { keysOf } from "./mix.ts";
import { MUNICIPALITIES, municipality, PLACE_NAMES, placeName } from "./places.ts";

export type FacilityKind = "clinic" | "hospital" | "dental" | "pharmacy" | "home-nursing";
/** A kind of medical information a facility may ask patients for (eligibility-rules.md §5). */
export type FacilityConsentKind = "checkup" | "drug" | "care" | "surgery";

/** A medical institution or pharmacy 保険医療機関等. */
export interface Facility {
  /** 医療機関コード, ten digits, the last a check over the nine before (eligibility-rules.md §12.2). */
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: FacilityKind;
  /** Municipality it lies in; disaster gates open by it (eligibility-rules.md §15.2). */
  readonly municipality: string;
  /**
   * The number of the 保険医療機関届, on which the call centre calls back (eligibility-rules.md §15.1); numbers beginning
   * with 0000 are nobody's (ours).
   */
  readonly phone: string;
  /** What it asks at the reader: a setting of the facility. */
  readonly consentKinds: readonly FacilityConsentKind[];
}

/** 点数表: 1 medical, 3 dental, 4 dispensing, 6 home nursing (eligibility-rules.md §12.2). */
type FeeTable = "1" | "3" | "4" | "6";

/** Facilities that are computed; of home nursing there is the named one only, for our source does not count it. */
interface KindRow {
  readonly kind: FacilityKind;
  /** After the counts of eligibility-rules.md §16, rounded to 230,000 in all. */
  readonly count: number;
  readonly feeTable: FeeTable;
  /** Serial of the first; lower ones belong to the named facilities, and hospitals share the fee table with clinics. */
  readonly firstSerial: number;
  readonly name: (place: Bilingual) => Bilingual;
}

const KINDS: readonly KindRow[] = [
  { kind: "clinic", count: 89_800, feeTable: "1", firstSerial: 101, name: suffixed("内科クリニック", "Clinic") },
  {
    kind: "hospital",
    count: 8_200,
    feeTable: "1",
    firstSerial: 500_001,
    name: suffixed("総合病院", "General Hospital"),
  },
  { kind: "dental", count: 70_400, feeTable: "3", firstSerial: 101, name: suffixed("歯科医院", "Dental Clinic") },
  { kind: "pharmacy", count: 61_600, feeTable: "4", firstSerial: 101, name: suffixed("薬局", "Pharmacy") },
];

/** What a facility asks for before it changes its settings: surgery and medical care are off (eligibility-rules.md §5 [B3]). */
export const INITIAL_CONSENT_KINDS: readonly FacilityConsentKind[] = ["checkup", "drug"];
/** The named facilities have switched everything on (ours). */
const ALL_CONSENTS: readonly FacilityConsentKind[] = ["checkup", "drug", "care", "surgery"];
/** Names are the same under every seed: a record knows the code of a facility, and one name goes with it (ours). */
const [NAME_KEY = 0] = keysOf(0, "facility", 1);
/** The prefecture that does not exist (eligibility-rules.md §12.3). */
const PREFECTURE_NUMBER = "99";

/** How many facilities there are. */
export const FACILITY_COUNT = KINDS.reduce((sum, { count }) => sum + count, 0);

/** Where the facilities of a kind lie among all: the index of the first, and how many there are. */
export function facilitiesOfKind(kind: FacilityKind): { readonly first: number; readonly count: number } {
  const at = KINDS.findIndex((row) => row.kind === kind);
  const first = KINDS.slice(0, at).reduce((sum, { count }) => sum + count, 0);
  return { first, count: KINDS[at]?.count ?? 0 };
}

/** The facility with an index, 0 … {@link FACILITY_COUNT} − 1. */
export function facilityAt(index: number): Facility {
  let rank = index;
  for (const row of KINDS) {
    if (Number.isInteger(rank) && rank >= 0 && rank < row.count) return computed(row, rank, index);
    rank -= row.count;
  }
  throw new MisuseError("index", `${index} lies outside the facilities 0 … ${FACILITY_COUNT - 1}`);
}

/** The facility with a code, named or computed; undefined when it is nobody's. */
export function facilityByCode(code: string): Facility | undefined {
  const [, feeTable, digits] = /^99(\d)(\d{6})\d$/.exec(code) ?? [];
  if (feeTable === undefined || !hasValidCheckDigit(code)) return undefined;
  const named = Object.values(NAMED).find((candidate) => candidate.code === code);
  if (named !== undefined) return named;
  let first = 0;
  for (const row of KINDS) {
    const rank = Number(digits) - row.firstSerial;
    if (row.feeTable === feeTable && rank >= 0 && rank < row.count) return computed(row, rank, first + rank);
    first += row.count;
  }
  return undefined;
}

/** One of the facilities of a kind in a municipality, whichever `nth` comes to: they lie there in turns. */
export function facilityIn(kind: FacilityKind, municipalityIndex: number, nth: number): Facility {
  const { first, count } = facilitiesOfKind(kind);
  const there = Math.trunc((count - 1 - municipalityIndex) / MUNICIPALITIES) + 1;
  return facilityAt(first + municipalityIndex + MUNICIPALITIES * (nth % there));
}

/** The facilities scenarios play at, with the fictitious codes of eligibility-rules.md §12.3. */
const NAMED = {
  clinic: named("clinic", "1", 1, { ja: "架空内科クリニック", en: "Kaku Clinic" }),
  hospital: named("hospital", "1", 2, { ja: "架空総合病院", en: "Kaku General Hospital" }),
  dental: named("dental", "3", 1, { ja: "架空歯科医院", en: "Kaku Dental Clinic" }),
  pharmacy: named("pharmacy", "4", 1, { ja: "架空薬局", en: "Kaku Pharmacy" }),
  "home-nursing": named("home-nursing", "6", 1, { ja: "架空訪問看護ステーション", en: "Kaku Home Nursing Station" }),
} as const;

/** Name of a facility that scenarios play at. */
export type NamedFacility = keyof typeof NAMED;

/** A facility by its name in scenarios; the same under every seed. */
export function namedFacility(name: NamedFacility): Facility {
  if (!Object.hasOwn(NAMED, name)) throw new MisuseError("facility", `there is no ${name}`, Object.keys(NAMED));
  return NAMED[name];
}

/** Whether a code is that of a facility scenarios play at; nobody computed is ever sent to one. */
export function isNamedFacility(code: string): boolean {
  return Object.values(NAMED).some((facility) => facility.code === code);
}

function named(kind: FacilityKind, feeTable: FeeTable, serial: number, name: Bilingual): Facility {
  return facility(kind, feeTable, serial, name, 0);
}

function computed({ kind, feeTable, firstSerial, name }: KindRow, rank: number, index: number): Facility {
  const draws = drawsOf(NAME_KEY, index);
  const named_ = name(placeName(draws(PLACE_NAMES)));
  const made = facility(kind, feeTable, firstSerial + rank, named_, rank % MUNICIPALITIES);
  return { ...made, consentKinds: INITIAL_CONSENT_KINDS };
}

function facility(
  kind: FacilityKind,
  feeTable: FeeTable,
  serial: number,
  name: Bilingual,
  municipalityIndex: number,
): Facility {
  const digits = String(serial).padStart(6, "0");
  const body = `${PREFECTURE_NUMBER}${feeTable}${digits}`;
  return {
    code: `${body}${checkDigit(body)}`,
    name,
    kind,
    municipality: municipality(municipalityIndex),
    phone: `0000-${feeTable}${digits.slice(0, 2)}-${digits.slice(2)}`,
    consentKinds: ALL_CONSENTS,
  };
}

function suffixed(ja: string, en: string): (place: Bilingual) => Bilingual {
  return (place) => ({ ja: `${place.ja}${ja}`, en: `${place.en} ${en}` });
}
