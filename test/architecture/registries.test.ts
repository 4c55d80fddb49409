import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

/** A folder whose files are entries of the index beside them. */
interface Registry {
  readonly folder: string;
  /** Where the entries are listed, from the root. */
  readonly index: string;
  /** Files of the folder that are no entries. */
  readonly except?: readonly string[];
}

const registries: readonly Registry[] = [
  { folder: "simulator/faults", index: "simulator/faults/index.ts" },
  {
    folder: "devices/faults",
    index: "devices/faults/index.ts",
    except: [
      "answered.ts",
      "bounds.ts",
      "file-watch.ts",
      "first-results.ts",
      "occasion.ts",
      "photo-finder.ts",
      "placings.ts",
      "poor-supply.ts",
    ],
  },
  { folder: "devices/cards/applications", index: "devices/cards/applications/index.ts" },
  {
    folder: "devices/cards/foreign",
    index: "devices/cards/foreign/index.ts",
    except: ["foreign-card.ts", "storage-card.ts"],
  },
  { folder: "devices/readers/profiles", index: "devices/readers/profiles/index.ts" },
  { folder: "simulator/line/kinds", index: "simulator/line/kinds/index.ts" },
  { folder: "simulator/documents/kinds", index: "simulator/documents/kinds/index.ts" },
  {
    folder: "simulator/messages/kinds",
    index: "simulator/messages/index.ts",
    except: [
      "revisit.ts",
      "facility-settings.ts",
      "ext-vectors.ts",
      "ext-parts.ts",
      "activation-codes.ts",
      "consented-people-vectors.ts",
      "consented-search-vectors.ts",
      "consented-search.ts",
      "web-screens.ts",
      "card-dialogue.ts",
      "drug-history.ts",
      "medical-request-header.ts",
      "medical-ticket.ts",
      "prescription-history.ts",
      "qualification-result.ts",
      "siimm01-vectors.ts",
      "reference-registration.ts",
      "reception-vectors.ts",
      "muquc02-vectors.ts",
      "muquc01-vectors.ts",
      "muimm02-vectors.ts",
      "muimm01-vectors.ts",
      "bulk-search-info.ts",
      "bulk-parts.ts",
      "mutic01-vectors.ts",
      "mutic02-vectors.ts",
      "pmh-simsm01-vectors.ts",
      "pulled-people.ts",
      "siquc01-vectors.ts",
      "tkk-siquc01-vectors.ts",
      "yzk-siquc01-vectors.ts",
    ],
  },
  {
    folder: "simulator/population/personas",
    index: "simulator/population/personas/index.ts",
    except: ["common.ts", "persona.ts"],
  },
  { folder: "simulator/central/services", index: "simulator/central/services/index.ts" },
  {
    folder: "simulator/rules",
    index: "simulator/rules/index.ts",
    except: ["window-table.ts", "decision-table.ts", "patient-share.ts", "share-data.ts"],
  },
  { folder: "harness/steps", index: "harness/steps/index.ts", except: ["step-runner.ts", "web-screen.ts"] },
  {
    folder: "harness/subjects/features",
    index: "harness/subjects/features/index.ts",
    except: ["batch.ts", "feature.ts"],
  },
  { folder: "harness/desk-shapes", index: "harness/desk-shapes/index.ts", except: ["desk-shape.ts"] },
  { folder: "harness/subjects/broken", index: "harness/subjects/index.ts" },
  { folder: "harness/readers/broken", index: "harness/readers/index.ts" },
  { folder: "harness/scenarios/certification", index: "harness/scenarios/certification/index.ts" },
  { folder: "harness/scenarios/firmware", index: "harness/scenarios/firmware/index.ts" },
  ...["consent", "eligibility", "exchange", "identity", "line", "privacy"].map((group) => ({
    folder: `harness/checks/${group}`,
    index: "harness/checks/index.ts",
  })),
  { folder: "harness/checks/aid", index: "harness/checks/index.ts", except: ["aid-reading.ts"] },
  { folder: "harness/checks/subsidy", index: "harness/checks/index.ts", except: ["subsidy-reading.ts"] },
  { folder: "harness/checks/charge", index: "harness/checks/index.ts", except: ["owed.ts"] },
  { folder: "harness/checks/claims", index: "harness/checks/index.ts", except: ["expected-basis.ts"] },
  { folder: "harness/checks/reader", index: "harness/checks/index.ts", except: ["sittings.ts"] },
];

/** What is wrong between a folder's files and the text of its index. */
function disagreements(
  { folder, index, except = [] }: Registry,
  files: readonly string[],
  text: string,
): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
  return files
    .filter((file) => file.endsWith(".ts") && file !== "index.ts" && !except.includes(file))
    .flatMap((file) => {
      const imported = new RegExp(`import \\{ (\\w+) \\} from "[^"]*/${file.replaceAll(".", "\\.")}";`).exec(code)?.[1];
      if (imported === undefined)
        return [`${folder}/${file} is in no registry: import it in ${index} and add its line to the list`];
      const listed = new RegExp(`^\\s+(?:"?[\\w-]+"?: )?${imported},$|\\[[^\\]]*\\b${imported}\\b`, "m").test(code);
      return listed
        ? []
        : [`${imported} of ${folder}/${file} is imported in ${index} but not listed: add the line ${imported},`];
    });
}

describe("registries", () => {
  it.each(registries.map((registry) => [registry.folder, registry] as const))(
    "every file of %s stands in its index",
    (_folder, registry) => {
      const text = readFileSync(join(root, registry.index), "utf8");
      expect(disagreements(registry, readdirSync(join(root, registry.folder)), text)).toEqual([]);
    },
  );

  it("a missing import and a missing line are told with what to do", () => {
    const registry = { folder: "devices/faults", index: "devices/faults/index.ts" };
    const imports = 'import { chipMute } from "./chip-mute.ts";\n';
    expect(
      disagreements(registry, ["chip-mute.ts"], `${imports}export const deviceFaults = [\n  chipMute,\n] as const;\n`),
    ).toEqual([]);
    expect(disagreements(registry, ["chip-mute.ts"], `${imports}export const deviceFaults = [\n] as const;\n`)).toEqual(
      [expect.stringContaining("add the line chipMute,")],
    );
    expect(disagreements(registry, ["chip-mute.ts"], "")).toEqual([
      expect.stringContaining("import it in devices/faults/index.ts"),
    ]);
  });
});
