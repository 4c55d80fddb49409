import type { Slot } from "../../devices/cards/slot.ts";
import { openApduPort } from "../../devices/transports/apdu-port.ts";
import { defaultSocketPath, PcscService } from "../../devices/transports/pcsc-service/index.ts";
import { wallTimers } from "../../devices/transports/timers.ts";
import { VPCD_PORT, VpcdClient } from "../../devices/transports/vpcd.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { type ConsoleCommand, runCardConsole } from "../edges/card-console.ts";
import { type CardTableOptions, layCardTable, USUAL } from "../edges/card-table.ts";
import { CardView } from "../edges/card-view.ts";
import { withoutProblem } from "../edges/without-problem.ts";
import type { CardEvent } from "../traces/card-events.ts";
import { exitCodes } from "../verdict.ts";
import type { CardCommandOptions } from "./card.ts";

/** The driver has two slots, on neighbouring ports (virtual-pcsc.md §2). */
const VPCD_SLOTS = 2;

/** Runs `madoguchi card` until it is ended, and returns its exit code. */
export const runCards = (options: CardCommandOptions): Promise<number> => serveTable(options, facesFor(options));

/** Lays cards on a table, serves them by the faces given until it is ended, and returns the exit code. */
export async function serveTable(options: CardTableOptions, open: readonly OpenFace[]): Promise<number> {
  const { lang } = options;
  const say = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  let view: CardView | undefined;
  const watchers: ((event: CardEvent) => void)[] = [];
  const more: Record<string, ConsoleCommand> = {};
  const { cards, clock, broken, fail, close } = await layCardTable(options, (event) => {
    if (view === undefined) return;
    say(view.line(event));
    for (const watch of watchers) watch(event);
  });
  const parts: FaceParts = {
    slots: cards.slots,
    clock,
    say,
    fail,
    lang,
    watch: (watcher) => watchers.push(watcher),
    addCommands: (commands) => Object.assign(more, commands),
  };
  const { slots } = cards;
  const faces: (() => void | Promise<void>)[] = [];
  try {
    for (const openFace of open) faces.push(await openFace(parts));
    for (const [index, { reader }] of slots.entries())
      say(`[${index}] ${reader}: ${options.persona?.[index] ?? USUAL}`);
    say({ ja: "help で操作の一覧、Ctrl-C で終了", en: 'type "help" for what can be done, Ctrl-C to end' }[lang]);
    view = new CardView(
      slots.map(({ reader }) => reader),
      lang,
    );
    const ended = new Promise<void>((end) => {
      process.once("SIGINT", end);
      process.once("SIGTERM", end);
      faces.push(runCardConsole(process.stdin, { cards, more, language: lang, say, end, fail }));
    });
    await Promise.race([ended, broken]);
  } finally {
    view = undefined;
    for (const closeFace of faces.reverse()) await closeFace();
    await close();
  }
  process.stdin.destroy();
  return exitCodes.pass;
}

/** What a face of the cards is given. */
export interface FaceParts {
  readonly slots: readonly Slot[];
  readonly clock: Clock;
  readonly say: (text: string) => void;
  /** Our own defects, and lines that end, go here. */
  readonly fail: (error: unknown) => void;
  readonly lang: Language;
  /** Told of everything that happens to the cards from the start, each after its own line. */
  readonly watch: (watcher: (event: CardEvent) => void) => void;
  /** What can be typed at the console beside what every table has. */
  readonly addCommands: (commands: Readonly<Record<string, ConsoleCommand>>) => void;
}

/** Opens a face of the cards, and gives what closes it. */
export type OpenFace = (parts: FaceParts) => Promise<() => void | Promise<void>>;

/** The faces that were asked for; our own PC/SC service on Linux and the APDU port elsewhere when none was. */
function facesFor({ vpcd, port, pcsc, lang }: CardCommandOptions): readonly OpenFace[] {
  const none = vpcd === undefined && port === undefined && pcsc === undefined;
  const linux = process.platform === "linux";
  return [
    ...(pcsc !== undefined || (none && linux) ? [pcscFace(typeof pcsc === "string" ? pcsc : defaultSocketPath())] : []),
    ...(vpcd === undefined ? [] : [vpcdFace(vpcd === true ? { host: "127.0.0.1", port: VPCD_PORT } : vpcd, lang)]),
    ...(port !== undefined || (none && !linux) ? [portFace(port ?? 0)] : []),
  ];
}

function pcscFace(socketPath: string): OpenFace {
  return async ({ slots, say }) => {
    const service = new PcscService(slots);
    await service.listen(socketPath);
    say(`PC/SC: export PCSCLITE_CSOCK_NAME=${socketPath}`);
    return () => service.close();
  };
}

function portFace(port: number): OpenFace {
  return async ({ slots, say }) => {
    const opened = withoutProblem(await openApduPort(slots, { port }));
    say(`APDU port: ${opened.host}:${opened.port}`);
    return () => opened.close();
  };
}

function vpcdFace({ host, port }: { readonly host: string; readonly port: number }, lang: Language): OpenFace {
  return async ({ slots, say }) => {
    if (slots.length > VPCD_SLOTS)
      throw new MisuseError("persona", `vpcd has ${VPCD_SLOTS} readers, not ${slots.length}`);
    const clients = slots.map(
      (slot, index) =>
        new VpcdClient({
          slot,
          timers: wallTimers,
          host,
          port: port + index,
          report: ({ words }) => say(`[${index}] ${words[lang]}`),
        }),
    );
    return () => {
      for (const client of clients) client.close();
    };
  };
}
