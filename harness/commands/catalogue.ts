import type { Command } from "commander";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import type { catalogue } from "../catalogue.ts";
import { languageOption } from "../edges/options.ts";

const EXAMPLES = `
Examples:
  $ madoguchi catalogue               everything
  $ madoguchi catalogue faults        the faults with their parameters
  $ madoguchi catalogue readers       the reader profiles side by side: public facts, our choices, help lines`;

const PARTS = ["scenarios", "faults", "checks", "subjects", "personas", "readers"] as const;

/** Adds `madoguchi catalogue`. */
export function addCatalogue(program: Command): void {
  program
    .command("catalogue")
    .description("list scenarios, faults, checks, subjects, personas and readers")
    .argument("[part]", `one of ${PARTS.join(", ")}`)
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (part: string | undefined, { lang }: { readonly lang: Language }, command: Command) => {
      const known = PARTS.find((candidate) => candidate === part);
      if (part !== undefined && known === undefined) {
        command.error(`error: there is no part ${part}; accepted: ${PARTS.join(", ")}`, { exitCode: 2 });
      }
      if (known === "readers") {
        const { renderReaderTable } = await import("../reports/reader-table.ts");
        process.stdout.write(renderReaderTable(lang, process.stdout.columns ?? 120));
        return;
      }
      const all = await import("../catalogue.ts");
      for (const name of known === undefined ? PARTS : [known])
        process.stdout.write(listing(all.catalogue, name, lang));
    });
}

function listing(all: typeof catalogue, part: (typeof PARTS)[number], lang: Language): string {
  const rows: readonly { readonly id: string; readonly title: { readonly ja: string; readonly en: string } }[] =
    part === "subjects" ? [...all.subjects, ...all.brokenReaders] : all[part];
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2;
  const detail = new Map<string, string>(
    part === "faults" ? all.faults.map(({ id, pco, defaults }) => [id, `  [${pco}] ${JSON.stringify(defaults)}`]) : [],
  );
  const lines = rows.map(({ id, title }) => `  ${id.padEnd(width)}${title[lang]}${detail.get(id) ?? ""}`);
  return `${part} (${rows.length})\n${lines.join("\n")}\n\n`;
}
