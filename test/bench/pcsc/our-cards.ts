import { createInterface } from "node:readline";
import { PcscService } from "../../../devices/transports/pcsc-service/index.ts";
import { wallTimers } from "../../../devices/transports/timers.ts";
import { VpcdClient } from "../../../devices/transports/vpcd.ts";
import { layCardTable } from "../../../harness/edges/card-table.ts";
import { benchCard } from "../card-bench-card.ts";

/*
 * What `madoguchi card` runs, but for its live view: real cards, slots and faces, and an observer who is told of every
 * exchange. On standard input "insert" and "remove", for the first reader; out come "ready" and "inserted TIME", in
 * nanoseconds of the clock of client.c, taken just before the card is laid into the slot.
 *
 *   node our-cards.ts vpcd PORT | socket PATH COUNT
 */
const [face, where = "", count = "1"] = process.argv.slice(2);
const { cards } = await layCardTable(
  {
    persona: Array.from({ length: Number(count) }, () => "employee"),
    fault: [],
    choice: [],
    pin: "1234",
    password: "ABC123",
    seed: 1,
    lang: "en",
  },
  () => {},
);
if (face === "socket") await new PcscService(cards.slots).listen(where);
else
  for (const slot of cards.slots) new VpcdClient({ slot, timers: wallTimers, port: Number(where), report: () => {} });
process.stdout.write("ready\n");

const [slot] = cards.slots;
const card = benchCard();
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "remove") slot?.remove();
  if (line !== "insert") continue;
  const insertedNs = process.hrtime.bigint();
  slot?.insert(card);
  process.stdout.write(`inserted ${insertedNs}\n`);
}
process.exit(0); // the service and its timers would go on
