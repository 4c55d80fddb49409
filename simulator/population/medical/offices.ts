import { drawsOf } from "../draws.ts";
import { facilitiesOfKind, facilityAt } from "../facility.ts";
import type { CareFacility } from "./care-day.ts";
import type { Office } from "./conditions.ts";
import type { HistoryKeys } from "./health.ts";

/** Where a person goes for something, and how often. */
export interface OfficeOfPerson {
  readonly facility: CareFacility;
  /** Who dispenses; none where the office gives the drugs itself (院内処方). */
  readonly pharmacy: CareFacility | undefined;
  readonly electronic: boolean;
  readonly everyDays: number;
  readonly phase: number;
}

const OFFICES: readonly (Office | "women" | "ward")[] = [
  "internal",
  "orthopaedics",
  "mind",
  "eye",
  "skin",
  "dialysis",
  "blood",
  "women",
  "ward",
];
const ALWAYS_HOSPITAL: ReadonlySet<Office | "women" | "ward"> = new Set(["blood", "ward"]);

/** A person's office for something: the same for life (ours). Most return after four weeks, some after eight. */
export function officeOf(keys: HistoryKeys, office: Office | "women" | "ward"): OfficeOfPerson {
  const draws = drawsOf(keys.offices, OFFICES.indexOf(office));
  const hospital = draws(8) === 0 || ALWAYS_HOSPITAL.has(office);
  const facility = drawFacility(hospital ? "hospital" : "clinic", draws(1_000_000));
  const inHouse = draws(5) === 0;
  const pharmacyLot = drawsOf(keys.offices, OFFICES.length)(1_000_000); // one pharmacy for everything かかりつけ薬局
  const everyDays = draws(3) === 0 && office !== "dialysis" ? 56 : 28;
  const phase = draws(everyDays);
  return {
    facility,
    pharmacy: inHouse ? undefined : drawFacility("pharmacy", pharmacyLot),
    electronic: !inHouse && drawsOf(keys.offices, OFFICES.length + 1)(4) === 0,
    everyDays,
    phase,
  };
}

function drawFacility(kind: "clinic" | "hospital" | "pharmacy", lot: number): CareFacility {
  const { first, count } = facilitiesOfKind(kind);
  const { code, name } = facilityAt(first + (lot % count));
  return { code, name: name.ja, kind };
}
