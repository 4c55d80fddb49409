import { setTimeout } from "node:timers/promises";
import type { Surroundings } from "../../system/pcsc/command.ts";
import { Conversation } from "../../system/pcsc/conversation.ts";

/**
 * Lays the card of `our-cards.ts` into its first reader again and again, and returns the microseconds until a program that
 * waits in SCardGetStatusChange has the event. `pauseMs` tells how long to wait before the next one.
 */
export async function measureInsertions(
  surroundings: Surroundings,
  client: string,
  reader: string,
  cards: Conversation,
  rounds: number,
  pauseMs: (round: number) => number,
): Promise<readonly number[]> {
  const watcher = new Conversation(surroundings, client, ["watch", reader]);
  const times: number[] = [];
  try {
    await watcher.until(/present \d+\n/);
    for (let round = 0; round < rounds; round++) {
      cards.say("remove");
      await watcher.until(/absent \d+\n/);
      await setTimeout(pauseMs(round));
      cards.say("insert");
      const [, insertedNs = ""] = await cards.until(/inserted (\d+)\n/);
      const [, presentNs = ""] = await watcher.until(/present (\d+)\n/);
      times.push(Number(BigInt(presentNs) - BigInt(insertedNs)) / 1_000);
    }
  } finally {
    await watcher.end();
  }
  return times;
}
