import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { type CardApplication, commandKey } from "../application.ts";
import type { Card } from "../card.ts";
import { select } from "../commands/select.ts";

/** A card that people lay on the reader and that is no My Number card. Nothing on it belongs to anybody. */
export interface ForeignCard<Id extends string = string> {
  readonly id: Id;
  readonly title: Bilingual;
  /** What the staff see, and what they ask the patient for. */
  readonly advice: Bilingual;
  /** A new card; what tells it from another one of its kind (a UID) is drawn from `rng`. */
  make(rng: Rng): Card;
}

/**
 * What is selected at power-up on a card whose every application has a name: no files, and no name of its own that a SELECT
 * could find.
 */
export const nothingSelected: CardApplication<unknown> = {
  id: "nothing-selected",
  aid: new Uint8Array(0),
  name: { ja: "AP未選択", en: "no application" },
  objects: [],
  commands: [[commandKey(0x00, 0xa4), select]],
};
