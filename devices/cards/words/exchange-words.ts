import { type Bilingual, same } from "../../../simulator/kernel/bilingual.ts";
import { meaningOf, NO_ANSWER } from "../../iso7816/status-word.ts";
import type { KeptApdu } from "../field.ts";
import type { CardNames } from "./card-names.ts";
import { accepted, bytesText, type CommandRow, type Current, type Exchange, hex, marksText } from "./command-row.ts";
import { foreignCommands } from "./foreign-commands.ts";
import { type KeptCommand, type KeptResponse, readKeptCommand, readKeptResponse } from "./kept-text.ts";
import { reading } from "./reading.ts";
import { selecting } from "./selecting.ts";
import { signing } from "./signing.ts";
import { verifying } from "./verifying.ts";

/** How each instruction is worded; of two rows for one instruction the one with a class stands first. */
export const commandRows: readonly CommandRow[] = [
  ...selecting,
  ...reading,
  ...verifying,
  ...signing,
  ...foreignCommands,
].sort((one, other) => Number(one.cla === undefined) - Number(other.cla === undefined));

/**
 * One exchange in words. Of a data field only what names something is shown (AID, file id, tag of a data object), never
 * a value: no digits that were compared, no bytes that were read.
 */
export interface ExchangeWords {
  /** Command and what it asks: "READ BINARY of EF 000A user authentication certificate from 0100, up to 256 bytes". */
  readonly command: Bilingual;
  /** Status word, its meaning, and how much came: "9000 done, 256 bytes". */
  readonly response: Bilingual;
  /** What a reader of the trace should know besides. */
  readonly notes: readonly Bilingual[];
}

const NOTHING_SELECTED: Current = { application: undefined, fid: undefined };

/**
 * Words the exchanges of one reader, in order. It remembers which EF was selected, so that a READ BINARY can name its
 * file; the application is named by the exchange itself. Any text is worded, nothing throws.
 */
export class ReaderWords {
  readonly #names: CardNames;
  #current = NOTHING_SELECTED;

  constructor(names: CardNames) {
    this.#names = names;
  }

  /** A card came, went, or got power anew: nothing is selected. */
  reset(): void {
    this.#current = NOTHING_SELECTED;
  }

  /** Words the next exchange. */
  exchange(kept: KeptApdu): ExchangeWords {
    const command = readKeptCommand(kept.command);
    const response = readKeptResponse(kept.response);
    if (command === undefined) {
      const unreadable = { ja: "コマンドとして読めない", en: "not readable as a command" };
      return { command: unreadable, response: responseText(response, undefined), notes: [] };
    }
    const row = rowFor(command);
    const exchange: Exchange = {
      command,
      response,
      current: this.#before(command, kept.application),
      names: this.#names,
    };
    this.#current = after(exchange, row, kept.application);
    const means = response.sw === undefined ? undefined : row?.means?.(response.sw, exchange);
    return {
      command: commandText(exchange, row),
      response: responseText(response, means),
      notes: [...classNotes(command), ...(row?.notes?.(exchange) ?? [])].filter((note) => note !== false),
    };
  }

  /** What the command finds. Only SELECT by name changes the application; any other tells by its record where it ran. */
  #before({ ins, p1 }: KeptCommand, application: string | undefined): Current {
    if ((ins === SELECT && p1 === BY_NAME) || application === this.#current.application) return this.#current;
    return { application, fid: undefined };
  }
}

/** An exchange as one sentence. */
export function sentenceOf({ command, response, notes }: ExchangeWords): Bilingual {
  const ja = notes.length === 0 ? "" : `（${notes.map((note) => note.ja).join("。")}）`;
  const en = notes.length === 0 ? "" : ` (${notes.map((note) => note.en).join("; ")})`;
  return { ja: `${command.ja} → ${response.ja}${ja}`, en: `${command.en} → ${response.en}${en}` };
}

const SELECT = 0xa4;
const BY_NAME = 0x04;
const READERS_CLASS = 0xff;

/** Bits of a class byte that do not change what the instruction means: secure messaging, channel, chaining. */
const classOf = (cla: number): number => (cla === READERS_CLASS ? cla : cla & 0x80);

function rowFor({ cla, ins }: KeptCommand): CommandRow | undefined {
  const family = classOf(cla);
  return commandRows.find(
    (row) => row.ins === ins && (row.cla === undefined ? family !== READERS_CLASS : row.cla === family),
  );
}

/** What is current after an exchange. A refused command leaves everything as it was. */
function after(exchange: Exchange, row: CommandRow | undefined, application: string | undefined): Current {
  const { current } = exchange;
  const left = accepted(exchange) ? row?.leaves?.(exchange) : undefined;
  if (left !== undefined) return { application, fid: left.fid };
  return { application, fid: application === current.application ? current.fid : undefined };
}

function commandText(exchange: Exchange, row: CommandRow | undefined): Bilingual {
  const { cla, ins, malformed, strayBytes } = exchange.command;
  if (strayBytes !== undefined) {
    const { ja, en } = bytesText(strayBytes);
    return { ja: `コマンドでない${ja}`, en: `${en} that are no command` };
  }
  const name = row?.name ?? `INS ${hex(ins, 1)}`;
  if (malformed) return { ja: `${name} 長さとデータが合わない`, en: `${name}, whose length and data disagree` };
  if (row === undefined && cla === READERS_CLASS)
    return { ja: `${name} リーダー宛てのコマンド`, en: `${name}, a command to the reader itself` };
  const asks = row?.asks(exchange);
  return asks === undefined ? same(name) : { ja: `${name} ${asks.ja}`, en: `${name} ${asks.en}` };
}

function responseText({ sw, data, withheld }: KeptResponse, means: Bilingual | undefined): Bilingual {
  if (sw === undefined) return { ja: "応答として読めない", en: "not readable as an answer" };
  const meaning = means ?? meaningOf(sw);
  if (sw === NO_ANSWER) return meaning;
  const came = data === undefined ? same(marksText(withheld)) : data.length === 0 ? undefined : bytesText(data.length);
  const word = hex(sw, 2);
  if (came === undefined) return { ja: `${word} ${meaning.ja}`, en: `${word} ${meaning.en}` };
  return { ja: `${word} ${meaning.ja}、${came.ja}`, en: `${word} ${meaning.en}, ${came.en}` };
}

/** Bits of the class byte that stand beside the instruction (ISO/IEC 7816-4 §5.4.1, first interindustry and 80). */
function classNotes({ cla }: KeptCommand): readonly (Bilingual | false)[] {
  if ((cla & FURTHER_CODING) !== 0) return [];
  return [
    (cla & SECURE_MESSAGING) !== 0 && { ja: "セキュアメッセージング", en: "with secure messaging" },
    (cla & CHAINING) !== 0 && { ja: "コマンドチェイニングの途中", en: "a link of a command chain" },
    (cla & CHANNEL) !== 0 && { ja: `論理チャネル${cla & CHANNEL}`, en: `on logical channel ${cla & CHANNEL}` },
  ];
}

const FURTHER_CODING = 0x60;
const SECURE_MESSAGING = 0x0c;
const CHAINING = 0x10;
const CHANNEL = 0x03;
