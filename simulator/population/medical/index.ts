/** Medical histories: what the centre knows of a person from claims, prescriptions and check-ups. */
export {
  type CareDay,
  type CareFacility,
  claimArrives,
  type DoneAct,
  type GivenDrug,
} from "./care-day.ts";
export { careHistory } from "./care-history.ts";
export { type CheckupItemId, type CheckupItemKind, checkupItemKind, checkupItemKinds } from "./checkup-items.ts";
export { type CheckupRecord, checkupsOf } from "./checkups.ts";
export { bodySex, historyKeys, type Patient } from "./health.ts";
export type { DrugProduct } from "./products.ts";
