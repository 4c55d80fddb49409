import type { Bilingual } from "../simulator/kernel/bilingual.ts";
import type { FirmwareDecisions } from "./decisions.ts";
import type { PcscDecisions } from "./pcsc-decisions.ts";

/** Layers of a reader, as the defects of firmware-validation.md §9 are sorted. */
export type FirmwareLayer =
  | "serial"
  | "CCID"
  | "T=1"
  | "ISO-DEP"
  | "APDU"
  | "PIN"
  | "removal"
  | "power"
  | "multi-slot"
  | "PC/SC";

/** A reader with one deliberate slip, as decisions `D` of which one goes wrong. */
export interface MutantOf<D, I extends string = string> {
  /** X numbers are those of firmware-validation.md §9; M numbers are ours, for checks no X defect would catch. */
  readonly id: I;
  readonly layer: FirmwareLayer;
  /** What the firmware does wrong. */
  readonly title: Bilingual;
  /** What a host or a patient notices. */
  readonly symptom: Bilingual;
  /** Where such a defect was seen, or that it was thought out. */
  readonly source: string;
  /** The check that must catch it. */
  readonly caughtBy: string;
  /** Other checks that fail with it, each with the reason why that cannot be helped. */
  readonly alsoCaughtBy?: Readonly<Record<string, string>>;
  /** The good decisions with one of them gone wrong. */
  readonly slip: (good: D) => D;
}

/** Firmware with one deliberate slip. */
export type Mutant<I extends string = string> = MutantOf<FirmwareDecisions, I>;
/** A reader with one deliberate slip in what PC/SC shows programs of it. */
export type PcscMutant<I extends string = string> = MutantOf<PcscDecisions, I>;

/** Declares a mutant; keeps its id literal. */
export function mutant<const I extends string>(declaration: Mutant<I>): Mutant<I> {
  return declaration;
}

/** Declares a mutant of what PC/SC shows; keeps its id literal. */
export function pcscMutant<const I extends string>(declaration: PcscMutant<I>): PcscMutant<I> {
  return declaration;
}
