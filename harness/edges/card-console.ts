import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { parseCardFault } from "../fault-option.ts";
import type { LiveCards } from "../live-cards.ts";
import { TextLines } from "./text-lines.ts";

/** What a console works on. */
interface ConsoleParts {
  readonly cards: LiveCards;
  /** What can be done beside what every table has. */
  readonly more: Readonly<Record<string, ConsoleCommand>>;
  readonly language: Language;
  readonly say: (text: string) => void;
  readonly end: () => void;
  /** Told of our own defects. */
  readonly fail: (error: unknown) => void;
}

/** One thing that can be typed. */
export interface ConsoleCommand {
  readonly usage: string;
  readonly does: Bilingual;
  run(parts: ConsoleParts, words: readonly string[]): void | Promise<void>;
}

/** A reader's number, 0 where left out; the other words stay. */
function readerIn(words: readonly string[]): { readonly reader: number; readonly rest: readonly string[] } {
  const at = words.findIndex((word) => /^\d{1,2}$/.test(word));
  if (at < 0) return { reader: 0, rest: words };
  return { reader: Number(words[at]), rest: words.filter((_, index) => index !== at) };
}

/** What can be done by hand while cards lie in their readers: what a person at the counter, or the municipality, does. */
const COMMANDS: Readonly<Record<string, ConsoleCommand>> = {
  remove: {
    usage: "remove [reader]",
    does: { ja: "カードを取る", en: "takes the card out" },
    run: ({ cards }, words) => cards.remove(readerIn(words).reader),
  },
  insert: {
    usage: "insert [reader] [persona]",
    does: { ja: "カードを置く", en: "lays a card into the reader" },
    run: ({ cards }, words) => {
      const { reader, rest } = readerIn(words);
      return cards.insert(reader, rest[0] ?? "employee");
    },
  },
  unblock: {
    usage: "unblock [reader]",
    does: { ja: "市区町村の窓口でPINの回数を戻す", en: "gives PINs their tries back, as a municipality does" },
    run: ({ cards }, words) => cards.unblock(readerIn(words).reader),
  },
  fault: {
    usage: "fault <id[:name=value]>",
    does: { ja: "障害を仕掛ける", en: "arms a fault" },
    run: ({ cards }, [text = ""]) => cards.arm(parseCardFault(text)),
  },
  repair: {
    usage: "repair <id>",
    does: { ja: "障害を直す", en: "ends a fault" },
    run: ({ cards }, [id = ""]) => {
      if (!cards.repair(id)) throw new MisuseError("repair", `${id || "nothing"} is not armed`);
    },
  },
  help: {
    usage: "help",
    does: { ja: "この一覧", en: "this list" },
    run: ({ say, language, more }) => {
      for (const { usage, does } of Object.values({ ...more, ...COMMANDS }))
        say(`  ${usage.padEnd(28)}${does[language]}`);
    },
  },
  quit: { usage: "quit", does: { ja: "終了", en: "ends" }, run: ({ end }) => end() },
};

/**
 * Reads commands from a stream, a line each, until it ends; a wrong one is told with what is right. The end of the stream
 * ends nothing else: in CI there is none from the start.
 */
export function runCardConsole(input: NodeJS.ReadableStream, parts: ConsoleParts): () => void {
  let turn: Promise<void> = Promise.resolve();
  const lines = new TextLines((line) => {
    turn = turn.then(() => obey(line.trim(), parts)).catch(parts.fail);
  }, Number.POSITIVE_INFINITY);
  const take = (bytes: Buffer): void => lines.push(bytes);
  input.on("data", take);
  return () => {
    input.off("data", take);
    input.pause();
  };
}

/** Digits may be a PIN without its command. */
const shown = (name: string): string => (/\d/.test(name) ? "…" : name);

async function obey(line: string, parts: ConsoleParts): Promise<void> {
  const [name = "", ...words] = line.split(/\s+/);
  if (name === "") return;
  const commands: ConsoleParts["more"] = { ...parts.more, ...COMMANDS };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return parts.say(`? ${shown(name)}: ${Object.keys(commands).join(", ")}`);
  try {
    await command.run(parts, words);
  } catch (error) {
    if (!(error instanceof MisuseError)) throw error;
    parts.say(`? ${error.message}`);
  }
}
