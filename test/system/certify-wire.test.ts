import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firmwareScenarios } from "../../harness/scenarios/firmware/index.ts";
import { root } from "../architecture/source-files.ts";
import { plainEnvironment } from "./pcsc/command.ts";
import { requirePackages } from "./pcsc/packages.ts";
import { laySerialLine } from "./pcsc/serial-line.ts";
import { type Folder, ownFolder } from "./pcsc/stack.ts";

/* `madoguchi certify --wire` over two joined pseudo terminals: what a receipt system gets is what it gets in process. */

const IDS = ["C01", "C02", "C05", ...firmwareScenarios.map(({ id }) => id)];
/** A card that says nothing keeps a real reader waiting (ISO/IEC 7816-3 §11.4.3), so what follows comes later. */
const LATER: readonly string[] = ["F03", "F04", "F06"];
const LONGEST_MS = 100_000;

const execute = promisify(execFile);

describe("certify --wire over joined serial ports", () => {
  let folder: Folder;
  beforeAll(async () => {
    requirePackages();
    folder = ownFolder();
    const surroundings = { prefix: [], env: plainEnvironment(folder.path) };
    const line = await laySerialLine(surroundings, folder.path);
    try {
      await certify("in-process");
      await certify("on-wire", "--wire", `${line.host},${line.reader}`);
    } finally {
      await line.end();
    }
  }, 2 * LONGEST_MS);
  afterAll(() => folder?.remove());

  const certify = (out: string, ...options: readonly string[]) => {
    const args = ["certify", "--scenario", IDS.join(","), "--out", join(folder.path, out), "--lang", "en", ...options];
    const env = plainEnvironment(folder.path);
    return execute(process.execPath, [join(root, "harness/cli.ts"), ...args], { env, timeout: LONGEST_MS });
  };
  const verdictsIn = (out: string): readonly (readonly [string, string])[] => {
    const record = JSON.parse(readFileSync(join(folder.path, out, "evidence.json"), "utf8"));
    return record.scenarios.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]);
  };
  const filesIn = (out: string, id: string): readonly object[] => {
    const lines = readFileSync(join(folder.path, out, "traces", `${id}.ndjson`), "utf8")
      .trim()
      .split("\n");
    const files = lines.map((line) => JSON.parse(line)).filter(({ pco }) => pco === "exchange.file");
    return files.map(({ seq, cause, ...crossing }) => (LATER.includes(id) ? withoutInstants(crossing) : crossing));
  };

  test("every scenario comes to the same verdict", () => {
    expect(verdictsIn("on-wire")).toEqual(verdictsIn("in-process"));
  });

  test.each(IDS)("%s leaves the same files, to the last byte", (id) => {
    const files = filesIn("in-process", id);
    expect(files.length).toBeGreaterThan(0);
    expect(filesIn("on-wire", id)).toEqual(files);
  });
});

/** A crossing of a file, its instants in name and text as `STAMP`. */
function withoutInstants({ message }: { readonly message: { readonly sha256: string } }): object {
  const { sha256, ...rest } = message;
  return JSON.parse(JSON.stringify(rest).replaceAll(/(?<!\d)20\d{12}(?!\d)/g, "STAMP"));
}
