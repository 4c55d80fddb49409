import type { Card } from "../../devices/cards/card.ts";
import { blankPictures } from "../../devices/cards/card-image.ts";
import { castActor, personalise } from "../../harness/stage.ts";
import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { checkedInKeys } from "../../simulator/pki/key-source.ts";
import { Population } from "../../simulator/population/person.ts";

/** What opens the card of {@link benchCard}. */
export const PIN = "1234";

const TODAY = civilDate("2026-02-10");

/** A whole My Number card without pictures, powered. */
export function benchCard(): Card {
  const trust = { keys: checkedInKeys };
  const rng = rngFromSeed(1);
  const actor = castActor("employee", new Population(1, { asOf: TODAY }), TODAY, trust, rng);
  const card = personalise(actor, { pictures: blankPictures, trust, rng, secrets: { pin: PIN, password: "ABC123" } });
  card.powerOn();
  return card;
}
