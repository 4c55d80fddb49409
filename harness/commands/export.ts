import type { Command } from "commander";
import { languageOption, place } from "../edges/options.ts";
import type { ExportOptions } from "./export-run.ts";

const EXAMPLES = `
Examples:
  $ madoguchi export madoguchi-report/traces/C02.ndjson --pcapng c02.pcapng     what card and reader said, for Wireshark
  $ madoguchi export madoguchi-report/traces/C02.ndjson --ndjson c02.apdu.ndjson
                                                                               the same, one exchange a line, in words
  $ madoguchi export --schemas xsd                                             an XSD of every request and result file, and the
                                                                               JSON Schema of tasks and reports at the desk`;

/** Adds `madoguchi export`. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description(
      "take what card and reader said out of a trace (for Wireshark, or one exchange a line in words), or write the schemas of the files",
    )
    .argument("[trace]", "a trace file (NDJSON)")
    .option("--pcapng <file>", "write a capture file that Wireshark opens", place)
    .option("--ndjson <file>", "write one exchange a line (docs/trace.md, APDUs alone)", place)
    .option(
      "--schemas <folder>",
      "write an XSD 1.0 of every request and result, and the JSON Schema of the desk (no trace needed)",
      place,
    )
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (path: string | undefined, options: ExportOptions) => {
      const { runExport } = await import("./export-run.ts");
      process.exitCode = runExport(path, options);
    });
}
