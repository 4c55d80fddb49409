import type { Bilingual } from "../kernel/bilingual.ts";
import type { CivilDate } from "../kernel/civil-time.ts";
import type { MedicalAid } from "../population/medical-aid.ts";
import type { InsuredPerson } from "../population/person.ts";
import type { SubsidyEntry } from "../population/subsidy.ts";
import type { Canvas } from "./layout/canvas.ts";
import type { Paper } from "./layout/paper.ts";

/** Whom a document is for, and the day it is looked at. */
export interface DocumentSubject {
  readonly person: InsuredPerson;
  readonly on: CivilDate;
  /** 医療扶助, of those who have it. */
  readonly aid?: MedicalAid;
  /** 医療費助成, one certificate each. */
  readonly subsidies?: readonly SubsidyEntry[];
}

/** What stands on one document: an item's text by its key. An empty text is printed as nothing. */
export type DocumentItems<K extends string = string> = Readonly<Record<K, string>>;

/**
 * A kind of document a person sees or hands over. Real ones are official forms; ours show the same items in a layout of
 * our own.
 */
export interface DocumentKind<K extends string = string> {
  /** Name on the command line and in file names. */
  readonly id: string;
  readonly title: Bilingual;
  /** What it is worth at the counter, with its rule. */
  readonly worth: Bilingual;
  readonly paper: Paper;
  /** Every item that can stand on it: key and the label printed with it. */
  readonly labels: DocumentItems<K>;
  /** The items of each document the subject has of this kind; none when there is none on that day. */
  itemsOf(subject: DocumentSubject): readonly DocumentItems<K>[];
  /** Draws the whole document but for the mark. */
  draw(canvas: Canvas, items: DocumentItems<K>): void;
}

/** Declares a kind of document; its keys are those of its labels. */
export function documentKind<const K extends string>(declaration: DocumentKind<K>): DocumentKind<K> {
  return declaration;
}
