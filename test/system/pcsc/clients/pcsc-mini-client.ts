import { openPcsc } from "../../../../devices/transports/pcsc-client.ts";
import { wallTimers } from "../../../../devices/transports/timers.ts";
import { isProblem, type TransportProblem } from "../../../../devices/transports/transport-problem.ts";
import { fromHex, toHex } from "../../../../simulator/kernel/bytes.ts";

/*
 * Sends APDUs to the card in a reader through pcsc-mini, by our own client, and prints, as JSON, what came.
 *
 *     pcsc-mini-client.ts READER APDU...
 */

function must<T>(result: T | TransportProblem): T {
  if (isProblem(result)) throw new Error(`${result.code}: ${result.message}`);
  return result;
}

const [wanted = "", ...apdus] = process.argv.slice(2);
const client = must(await openPcsc(wallTimers));
try {
  const card = must(await client.connect(wanted, "shared"));
  const answers: string[] = [];
  for (const apdu of apdus) answers.push(toHex(must(await card.transmit(fromHex(apdu)))));
  const readers = client.readers().map(({ name }) => name);
  process.stdout.write(`${JSON.stringify({ readers, atr: toHex(card.atr), answers })}\n`);
  await card.close();
} finally {
  client.close();
}
