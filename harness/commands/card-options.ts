import { type Command, InvalidArgumentError } from "commander";
import { day, gathered, languageOption, place, wholeNumber } from "../edges/options.ts";

/** Adds the options every command with cards in readers has. */
export function addCardOptions(command: Command): Command {
  return command
    .option("--persona <id>", "whose card lies in the next reader; several times, one reader each", gathered)
    .option("--fault <id[:name=value,…]>", "what goes wrong with the cards; several times", gathered)
    .option("--choice <name=value>", "another choice where nothing is public; several times", gathered)
    .option("--atr <name>", "what the card answers to power; --list names them")
    .option("--pin <digits>", "the four-digit PINs of the card", fourDigits, "1234")
    .option("--password <characters>", "the sign password, 6 to 16 of 0-9 and A-Z", password, "ABC123")
    .option("--pin-pad", "readers with keys: a person who knows the secrets types there")
    .option("--seed <number>", "other people, other numbers", wholeNumber, 1)
    .option("--date <yyyy-mm-dd>", "the day the cards are looked at; without it today", day)
    .option("--fresh-keys", "make RSA keys for this run instead of the published SIMULATION keys")
    .option("--ndjson <file>", "write every exchange down, one a line in words (docs/trace.md)", place)
    .option("--pcapng <file>", "write every exchange down for Wireshark", place)
    .addOption(languageOption());
}

/** A four-digit PIN. */
export function fourDigits(value: string): string {
  if (!/^\d{4}$/.test(value)) throw new InvalidArgumentError("give four digits.");
  return value;
}

function password(value: string): string {
  if (!/^[0-9A-Z]{6,16}$/.test(value)) throw new InvalidArgumentError("give 6 to 16 digits and capital letters.");
  return value;
}
