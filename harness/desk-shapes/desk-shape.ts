import { z } from "zod";

/** A text in a file at the desk. */
export const text = z.string().max(200);
/** A person as the receipt system has them. */
export const person = z.object({ name: text, kana: text, birthdate: text, sex: text });
/** Keys of an inquiry by number. */
export const keys = z.object({
  insurerNumber: text,
  symbol: text.optional(),
  number: text,
  branch: text.optional(),
  birthdate: text,
});

/** The shapes one feature of a receipt system adds to the files at the desk. */
export interface DeskShapes {
  /** Tasks, told apart by `do`. */
  readonly steps: readonly z.ZodObject<{ readonly do: z.ZodLiteral<string> }>[];
  /** Reports, told apart by `act`. */
  readonly acts: readonly z.ZodObject<{ readonly act: z.ZodLiteral<string> }>[];
}
