import { z } from "zod";
import { isCivilDate } from "../../simulator/kernel/civil-time.ts";

/** A text in a file at the desk. */
export const text = z.string().max(200);
/** A day that exists, `yyyymmdd`. */
export const day = z
  .string()
  .refine((written) => isCivilDate(written), "write an existing day as yyyymmdd")
  .meta({ description: "day yyyymmdd" });
/** A month of care, `yyyymm`. */
export const month = z
  .string()
  .regex(/^\d{4}(?:0[1-9]|1[0-2])$/, "write a month as yyyymm")
  .meta({ description: "month yyyymm" });
/** A person as the receipt system has them. */
export const person = z.object({ name: text, kana: text, birthdate: text, sex: text }).meta({ id: "person" });
/** The insurance of a claim. */
export const insurance = z
  .object({
    insurerNumber: text,
    symbol: text.optional(),
    number: text,
    branch: text.optional(),
  })
  .meta({ id: "insurance" });
/** Keys of an inquiry by number. */
export const keys = insurance.extend({ birthdate: text }).meta({ id: "inquiry-keys" });
/** What a patient without an online answer shows (eligibility-rules.md §8 P1 to P5). */
export const shownProofs = [
  "certificate",
  "card-and-notice",
  "portal-screen",
  "portal-pdf-with-card",
  "portal-pdf",
  "notice",
] as const;

/** The shapes one feature of a receipt system adds to the files at the desk. */
export interface DeskShapes {
  /** Tasks, told apart by `do`. */
  readonly steps: readonly z.ZodObject<{ readonly do: z.ZodLiteral<string> }>[];
  /** Reports, told apart by `act`. */
  readonly acts: readonly z.ZodObject<{ readonly act: z.ZodLiteral<string> }>[];
}
