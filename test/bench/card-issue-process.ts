import { blankPictures } from "../../devices/cards/card-image.ts";
import { drawCard } from "../../harness/edges/card-drawing.ts";
import { castActor, personalise, securityCodeOf } from "../../harness/stage.ts";
import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { checkedInKeys } from "../../simulator/pki/key-source.ts";
import { Population } from "../../simulator/population/person.ts";
import { personas } from "../../simulator/population/personas/index.ts";

// A process of its own: the first card loads keys, founds CAs and compiles code. Writes a line: milliseconds a card.
const [cards = "1", drawn] = process.argv.slice(2);
const today = civilDate("2026-02-10");
const trust = { keys: checkedInKeys };
const draw = drawCard(1, today);
const population = new Population(1, { asOf: today });
const times: number[] = [];
for (let number = 0; number < Number(cards); number++) {
  const startedMs = performance.now();
  const rng = rngFromSeed(1).fork(`card ${number}`);
  const persona = personas[number % personas.length]?.id ?? "employee";
  const actor = castActor(persona, population, today, trust, rng);
  const pictures = drawn === "drawn" ? await draw(actor, securityCodeOf(persona, rng)) : blankPictures;
  personalise(actor, { pictures, trust, rng });
  times.push(performance.now() - startedMs);
}
process.stdout.write(JSON.stringify(times));
