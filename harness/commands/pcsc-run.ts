import { PcscService, pcscEnvironment } from "../../devices/transports/pcsc-service/index.ts";
import { layCardTable } from "../edges/card-table.ts";
import { CardView } from "../edges/card-view.ts";
import { inPrivateFolder, runChild } from "../edges/child-command.ts";
import { inside } from "../edges/output-folder.ts";
import type { PcscCommandOptions } from "./pcsc.ts";

/** Runs `madoguchi pcsc -- command` and returns the command's exit code. */
export async function runPcsc(words: readonly string[], options: PcscCommandOptions): Promise<number> {
  let view: CardView | undefined;
  const { cards, broken, close } = await layCardTable(options, (event) => {
    if (view !== undefined) process.stderr.write(`${view.line(event)}\n`);
  });
  const readers = cards.slots.map(({ reader }) => reader);
  if (options.view === true) view = new CardView(readers, options.lang);
  return inPrivateFolder(async (folder) => {
    const socketPath = inside(folder, "pcscd.comm");
    const service = new PcscService(cards.slots);
    try {
      await service.listen(socketPath);
      return await Promise.race([runChild(words, pcscEnvironment(socketPath)), broken]);
    } finally {
      await service.close();
      await close();
    }
  });
}
