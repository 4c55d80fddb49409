import { Command, CommanderError } from "commander";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { ConfigurationError } from "../configuration-error.ts";
import { productVersion } from "../product.ts";
import { errorLine, errorText } from "../reports/plain-text.ts";
import { exitCodes } from "../verdict.ts";
import { addCard } from "./card.ts";
import { addCatalogue } from "./catalogue.ts";
import { addCertify } from "./certify.ts";
import { addCheckIn } from "./check-in.ts";
import { addDocuments } from "./documents.ts";
import { addExport } from "./export.ts";
import { addFace } from "./face.ts";
import { addFirmware } from "./firmware.ts";
import { addPcsc } from "./pcsc.ts";
import { addPopulation } from "./population.ts";
import { addProbe } from "./probe.ts";
import { addProfile } from "./profile.ts";
import { addReader } from "./reader.ts";
import { addReplay } from "./replay.ts";
import { addSend } from "./send.ts";
import { addSubject } from "./subject.ts";

/** The exit code an error leads to, after it was told to the user. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.usage; // already printed
  if (error instanceof MisuseError) {
    for (const { message } of [error, ...error.others]) process.stderr.write(`error: ${errorLine(message)}\n`);
    return exitCodes.usage;
  }
  if (error instanceof ConfigurationError) {
    process.stderr.write(`error: ${errorLine(error.message)}\n  what to do: ${errorLine(error.fix)}\n`);
    return exitCodes.configuration;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`our own error, please report it with this text:\n${text}\n`);
  return exitCodes.error;
}

/** Whoever reads our output may stop (`| head`): that ends us, and is no error of ours. */
function endWithTheReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCodes.pass);
}

/** Reads the command line, runs the command, and sets the exit code. */
export async function main(): Promise<void> {
  process.stdout.on("error", endWithTheReader);
  const program = new Command("madoguchi")
    .description(
      "Emulates オンライン資格確認 from card to receipt system, injects every fault, and certifies receipt systems.",
    )
    .version(productVersion)
    .showSuggestionAfterError()
    .configureOutput({ outputError: (text, write) => write(errorText(text)) })
    .exitOverride();
  for (const add of [
    addCertify,
    addCatalogue,
    addReplay,
    addExport,
    addProfile,
    addFace,
    addSubject,
    addSend,
    addPopulation,
    addDocuments,
    addCard,
    addReader,
    addCheckIn,
    addPcsc,
    addProbe,
    addFirmware,
  ])
    add(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}
