import { jpki, USER_CERTIFICATE } from "../../devices/cards/applications/jpki.ts";
import { readBinary, selectApplication, selectFile } from "../../devices/iso7816/commands.ts";
import { checkInScenario, picturesFor, readyWorld } from "./check-in-world.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, takeTurns, timeMs } from "./statistics.ts";

const COMMANDS = 100_000;
const ROUNDS = 7;

/** Commands a second through the card itself, without reader and trace (performance.md §1b, G4). */
export async function measureCardCommands(): Promise<readonly Figure[]> {
  const plan = checkInScenario("pin", 1);
  const card = readyWorld(plan, await picturesFor(plan)).world.cardOf("employee");
  card.powerOn();
  const select = selectApplication(jpki.aid);
  const read = readBinary(0, 256);
  const repeat = (command: typeof select) => () =>
    timeMs(() => {
      for (let number = 0; number < COMMANDS; number++) card.transmit(command);
    });
  const readInFile = (): number => {
    card.transmit(select);
    card.transmit(selectFile(USER_CERTIFICATE));
    return repeat(read)();
  };
  const [selects = [], reads = []] = takeTurns(ROUNDS, [repeat(select), readInFile]);
  return [
    figure(
      "card: SELECT by name",
      "per-second",
      perSecond(COMMANDS, selects),
      ">= 4,000,000/s (jCardSim, another machine)",
    ),
    figure(
      "card: READ BINARY of 256 bytes",
      "per-second",
      perSecond(COMMANDS, reads),
      ">= 6,000,000/s (jCardSim, another machine)",
    ),
  ];
}
