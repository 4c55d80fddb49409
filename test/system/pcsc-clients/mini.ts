import * as pcsc from "pcsc-mini";

/**
 * A PC/SC program on pcsc-mini: writes what it sees of the reader named on its command line, one line each, sends one
 * command inside a transaction as soon as a card is there, and ends when the card is gone.
 */
const [name = "", command = ""] = process.argv.slice(2);
new pcsc.Client().on("reader", follow).on("error", fail).start();
let met = false;

function follow(reader: pcsc.Reader): void {
  if (reader.name() !== name) return;
  reader.on("change", (status) => {
    if (status.has(pcsc.ReaderStatus.EMPTY) && met) return end();
    if (!status.has(pcsc.ReaderStatus.PRESENT) || met) return;
    met = true;
    use(reader).catch(fail);
  });
}

async function use(reader: pcsc.Reader): Promise<void> {
  const card = await reader.connect(pcsc.CardMode.SHARED);
  // The ATR that pcsc-mini 0.1.3 hands to the listener above holds other bytes.
  console.log(`card ${Buffer.from((await card.state()).atr).toString("hex")}`);
  const transaction = await card.transaction();
  const answer = await card.transmit(Uint8Array.from(Buffer.from(command, "hex")));
  await transaction.end(pcsc.CardDisposition.LEAVE);
  console.log(`answer ${Buffer.from(answer).toString("hex")}`);
  await card.disconnect(pcsc.CardDisposition.RESET);
  console.log("done");
}

function end(): void {
  console.log("gone");
  // Not client.stop(): libpcsclite ignores a cancel between two waits, and pcsc-mini's thread would go on.
  process.exit(0);
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}
