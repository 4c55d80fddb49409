import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { listDocuments } from "../../../harness/commands/documents-list.ts";
import { runDocuments } from "../../../harness/commands/documents-run.ts";
import { documentKinds } from "../../../simulator/documents/kinds/index.ts";
import { readPdf } from "../../simulator/documents/pdf-reading.ts";

const folder = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let runs = 0;
async function run(options: Partial<Parameters<typeof runDocuments>[0]>) {
  const out = join(folder, String(runs++));
  const said: string[] = [];
  const code = await runDocuments(
    { out, seed: 1, on: "2026-02-10", lang: "en", ...options },
    { write: (text) => said.push(text) },
  );
  return { code, said: said.join(""), out };
}

describe("madoguchi documents", () => {
  it("writes everything a persona holds and says where", async () => {
    const { code, said, out } = await run({ persona: "aid-alone" });
    expect(code).toBe(0);
    expect(readdirSync(out)).toContain("aid-alone-medical-ticket.pdf");
    expect(readdirSync(out).map((file) => said.includes(join(out, file)))).not.toContain(false);
  });

  it("writes one kind of one of the population, another value printed than is registered", async () => {
    const printed = ["address=架空県旧住所町１番地"];
    const { code, out } = await run({ index: 4071, kind: ["certificate-card"], printed });
    expect(code).toBe(0);
    expect(readdirSync(out)).toEqual(["p4071-certificate-card.pdf"]);
    const { pages } = await readPdf(readFileSync(join(out, "p4071-certificate-card.pdf")));
    expect(pages[0]?.joined).toContain("架空県旧住所町１番地");
  });

  it("fails, and says so, where the person has none of what was asked for", async () => {
    const { code, said } = await run({ persona: "employee", kind: ["medical-ticket"] });
    expect(code).toBe(1);
    expect(said).toBe("medical ticket: none on that day\n");
  });

  it.each([
    ["a medical ticket", { index: 364, on: "2026-01-31", kind: ["medical-ticket"] }, "p364-medical-ticket.pdf"],
    [
      "a dispensing ticket",
      { index: 364, on: "2025-12-31", kind: ["dispensing-ticket"] },
      "p364-dispensing-ticket.pdf",
    ],
    [
      "a certificate",
      { index: 629, on: "2026-01-31", kind: ["subsidy-certificate"] },
      "p629-subsidy-certificate-2.pdf",
    ],
  ])("writes %s that somebody of the population has", async (_what, options, file) => {
    const { code, out } = await run(options);
    expect(code).toBe(0);
    expect(readdirSync(out)).toContain(file);
  });

  it("writes nothing of somebody not born by the day", async () => {
    const { code, said } = await run({ index: 24 });
    expect(code).toBe(1);
    expect(said).toBe("not born yet on that day\n");
  });

  it("writes what somebody held to the day of death, and nothing from the next day on", async () => {
    expect(await run({ index: 8, on: "2021-08-12" })).toMatchObject({ code: 0 });
    expect(await run({ index: 8 })).toMatchObject({ code: 1, said: "died on 2021-08-12\n" });
    expect(await run({ index: 8, on: "2021-08-13", lang: "ja" })).toMatchObject({ said: "2021-08-12 に死亡\n" });
  });

  it.each([
    ["an unknown persona", { persona: "nobody" }, "persona: there is no nobody; accepted: aid-alone, "],
    ["an unknown kind", { kind: ["passport"] }, "kind: there is no passport; accepted: certificate-a4, "],
    ["two people", { persona: "employee", index: 1 }, "index: names somebody else than --persona; give one of the two"],
    ["a person beyond the last", { index: 125_000_000 }, "--index: 125000000 lies outside the people"],
    [
      "a printed value without its document",
      { printed: ["name=x"] },
      "printed: name the one document it stands on with --kind",
    ],
    ["a printed value without a name", { kind: ["notice"], printed: ["x"] }, "printed: give item=text"],
    ["a day that is none", { on: "2026-02-30" }, "2026-02-30"],
  ])("refuses %s with what to do", async (_what, options, message) => {
    await expect(run(options)).rejects.toThrow(message);
  });

  it("lists every kind with what it is worth, in both languages", () => {
    for (const { id, title, worth } of documentKinds) {
      expect(listDocuments("en")).toContain(`${id}  ${title.en}\n    ${worth.en}\n`);
      expect(listDocuments("ja")).toContain(`${id}  ${title.ja}\n    ${worth.ja}\n`);
    }
  });
});
