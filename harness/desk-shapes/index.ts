import { attachment } from "./attachment.ts";
import { batches } from "./batches.ts";
import { billing } from "./billing.ts";
import { consentedPatients } from "./consented-patients.ts";
import type { DeskShapes } from "./desk-shape.ts";
import { medical } from "./medical.ts";
import { publicExpenses } from "./public-expenses.ts";
import { records } from "./records.ts";

/** What each feature adds to the desk. One line a feature. */
export const deskShapes: readonly DeskShapes[] = [
  medical,
  consentedPatients,
  attachment,
  publicExpenses,
  billing,
  batches,
  records,
];
