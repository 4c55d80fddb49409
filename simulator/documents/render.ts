import type { CivilDate } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";
import type { DocumentItems, DocumentKind } from "./kind.ts";
import { Canvas } from "./layout/canvas.ts";
import type { DocumentFonts } from "./layout/fonts.ts";

/** How a document is made. */
export interface RenderParts {
  readonly fonts: DocumentFonts;
  /** Stands in the file as the day it was made. */
  readonly madeOn: CivilDate;
  /** What is printed instead of the registered value, by the item's key: for print-versus-screen scenarios (C18, T22). */
  readonly printed?: Readonly<Record<string, string>>;
}

/**
 * Renders one document to the bytes of a PDF, at once. Same items, fonts and day: same bytes. A printed value for an
 * item the kind does not have, or one too long for its place, is a {@link MisuseError} that names the item.
 */
export function renderDocument<K extends string>(
  kind: DocumentKind<K>,
  items: DocumentItems<K>,
  { fonts, madeOn, printed = {} }: RenderParts,
): Uint8Array {
  const known = Object.keys(kind.labels);
  const unknown = Object.keys(printed).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new MisuseError(`printed.${unknown}`, `is no item of ${kind.id}; it has ${known.join(", ")}`, known);
  }
  const canvas = new Canvas({ paper: kind.paper, title: kind.title.ja, fonts, madeOn });
  kind.draw(canvas, { ...items, ...printed });
  return canvas.finish();
}
