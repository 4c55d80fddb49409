import type { Bilingual } from "../kernel/bilingual.ts";
import { MisuseError } from "../kernel/errors.ts";
import { checkDigit } from "./check-digit.ts";
import { drawsOf } from "./draws.ts";
import { keysOf } from "./mix.ts";
import { municipality, PLACE_NAMES, placeName } from "./places.ts";

export type FacilityKind = "clinic" | "hospital" | "dental" | "pharmacy";
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
  /** What it asks at the reader: a setting of the facility; all, until it switches some off (ours). */
  readonly consentKinds: readonly FacilityConsentKind[];
}

interface KindRow {
  readonly kind: FacilityKind;
  /** After the counts of eligibility-rules.md §16, rounded to 230,000 in all. */
  readonly count: number;
  /** 点数表: 1 medical, 3 dental, 4 dispensing. */
  readonly feeTable: "1" | "3" | "4";
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

/** Municipalities there are, each the insurer of its national insurance (ours). */
const MUNICIPALITIES = 999;
const ALL_CONSENTS: readonly FacilityConsentKind[] = ["checkup", "drug", "care", "surgery"];
/** The prefecture that does not exist (eligibility-rules.md §12.3). */
const PREFECTURE_NUMBER = "99";

/** How many facilities there are. */
export const FACILITY_COUNT = KINDS.reduce((sum, { count }) => sum + count, 0);

/** The facility with an index, 0 … {@link FACILITY_COUNT} − 1; the seed decides its name. */
export function facilityAt(seed: number, index: number): Facility {
  let rank = index;
  for (const { kind, count, feeTable, firstSerial, name } of KINDS) {
    if (Number.isInteger(rank) && rank >= 0 && rank < count) {
      const draws = drawsOf(keysOf(seed, "facility", 1)[0] ?? 0, index);
      const place = placeName(draws(PLACE_NAMES));
      const lies = municipality(draws(MUNICIPALITIES));
      return {
        code: facilityCode(feeTable, firstSerial + rank),
        name: name(place),
        kind,
        municipality: lies,
        consentKinds: ALL_CONSENTS,
      };
    }
    rank -= count;
  }
  throw new MisuseError("index", `${index} lies outside the facilities 0 … ${FACILITY_COUNT - 1}`);
}

/** The facilities scenarios play at, with the fictitious codes of eligibility-rules.md §12.3. */
const NAMED = {
  clinic: named("clinic", "1", 1, { ja: "架空内科クリニック", en: "Kaku Clinic" }),
  hospital: named("hospital", "1", 2, { ja: "架空総合病院", en: "Kaku General Hospital" }),
  pharmacy: named("pharmacy", "4", 1, { ja: "架空薬局", en: "Kaku Pharmacy" }),
} as const;

/** Name of a facility that scenarios play at. */
export type NamedFacility = keyof typeof NAMED;

/** A facility by its name in scenarios; the same under every seed. */
export function namedFacility(name: NamedFacility): Facility {
  if (!Object.hasOwn(NAMED, name)) throw new MisuseError("facility", `there is no ${name}`, Object.keys(NAMED));
  return NAMED[name];
}

function named(kind: FacilityKind, feeTable: KindRow["feeTable"], serial: number, name: Bilingual): Facility {
  return { code: facilityCode(feeTable, serial), name, kind, municipality: municipality(0), consentKinds: ALL_CONSENTS };
}

function facilityCode(feeTable: KindRow["feeTable"], serial: number): string {
  const body = `${PREFECTURE_NUMBER}${feeTable}${String(serial).padStart(6, "0")}`;
  return `${body}${checkDigit(body)}`;
}

function suffixed(ja: string, en: string): (place: Bilingual) => Bilingual {
  return (place) => ({ ja: `${place.ja}${ja}`, en: `${place.en} ${en}` });
}
