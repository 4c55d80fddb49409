import { describe, expect, it } from "vitest";
import type { PopulationOptions } from "../../../harness/commands/population.ts";
import { runPopulation } from "../../../harness/commands/population-run.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { aidHomes } from "../../../simulator/population/aid-period.ts";
import { isPersonalNumber } from "../../../simulator/population/check-digit.ts";
import { Population } from "../../../simulator/population/person.ts";

const ON = "2026-11-25";
const USUAL: PopulationOptions = { seed: 1, on: ON, lang: "en" };
const country = new Population(1, { asOf: civilDate(ON) });
const person = country.personAt(1_000);

/** Runs the command and returns what it wrote where. */
function population(options: Partial<PopulationOptions> = {}) {
  const written = { stdout: "", stderr: "" };
  const to = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = runPopulation({ ...USUAL, ...options }, { stdout: to("stdout"), stderr: to("stderr") });
  return { code, ...written };
}

/** Somebody with aid, certificates of PMH and tickets, if they can be had together. */
function recipient(): number {
  for (const home of aidHomes(0)) {
    const living = country.lives.registry.livingAt(home);
    if (living === undefined) break;
    for (const { index } of living.residence === 0 ? country.lives.together(living.household) : [])
      if ((country.aidOf(index)?.tickets.length ?? 0) > 0) return index;
  }
  return expect.unreachable("nobody in the first municipality has a ticket");
}

describe("madoguchi population", () => {
  it("shows a person with name, days, address, insurance and household", () => {
    const { code, stdout, stderr } = population({ index: 1_000 });
    expect(code).toBe(0);
    expect(stderr).toBe("as of 2026-11-25, seed 1\n");
    const [row = expect.unreachable()] = person.eligibilities;
    for (const text of [
      person.name,
      person.kana,
      person.address,
      row.insurerName,
      row.number,
      row.symbol ?? "",
      "p1000",
    ])
      expect(stdout).toContain(text);
  });

  it("brackets age and death in Japanese, and says シード", () => {
    expect(population({ index: 8, lang: "ja" }).stdout).toContain("1967-04-10（死亡）");
    expect(population({ index: 364, lang: "ja" })).toMatchObject({
      stdout: expect.stringContaining("1960-05-15（66歳）"),
      stderr: "2026-11-25 時点、シード1\n",
    });
  });

  it("shows aid with its tickets, and speaks Japanese", () => {
    const index = recipient();
    const aid = country.aidOf(index) ?? expect.unreachable();
    const { stdout } = population({ index, lang: "ja" });
    expect(stdout).toContain(`${aid.payerNumber} ${aid.officeName}`);
    expect(stdout).toContain(aid.recipientNumber);
    for (const { facility } of aid.tickets) expect(stdout).toContain(`${facility.code} ${facility.name}`);
    expect(stdout).toContain("医療扶助");
  });

  it("never shows a personal number, in text or JSON, of anybody", () => {
    for (const index of [0, 1_000, 124_999_999, recipient()])
      for (const json of [undefined, true as const]) {
        const { stdout } = population({ index, ...(json && { json }) });
        expect(stdout).not.toContain(country.personAt(index).personalNumber);
        for (const [digits] of stdout.matchAll(/(?<!\d)\d{12}(?!\d)/g)) expect(isPersonalNumber(digits)).toBe(false);
      }
  });

  it("gives JSON with the same facts", () => {
    const { stdout } = population({ index: 1_000, json: true });
    const { personalNumber: _, ...known } = person;
    expect(JSON.parse(stdout)).toMatchObject({ seed: 1, on: "20261125", complete: true, people: [known] });
  });

  it("shows a person as of the day asked about", () => {
    const unborn = Array.from({ length: 1_000 }, (_, index) => index).find((index) => !country.isBorn(index));
    expect(population({ index: unborn ?? -1 })).toMatchObject({ code: 1, stdout: "" });
    const changed = Array.from({ length: 1_000 }, (_, index) => index).find(
      (index) => country.personAt(index).eligibilities.length === 2,
    );
    const rows = (on: string): number => {
      const { stdout } = population({ index: changed ?? -1, json: true, on });
      return (JSON.parse(stdout) as { people: { eligibilities: unknown[] }[] }).people[0]?.eligibilities.length ?? 0;
    };
    expect([rows("2021-03-04"), rows(ON)]).toEqual([1, 2]);
  });

  it.each([
    [
      "insurer number and number",
      () => `${person.eligibilities[0]?.insurerNumber}/${person.eligibilities[0]?.number}`,
      1_000,
    ],
    ["an address", () => person.address, 1_000],
    ["name, birth date and municipality", () => nameQuery(), 1_000],
  ] as const)("finds a person by %s", (_, query, index) => {
    const { code, stdout } = population({ query: query(), json: true });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ people: [{ id: `p${index}` }] });
  });

  it("finds a recipient of aid by payer and recipient number", () => {
    const index = recipient();
    const { payerNumber, recipientNumber } = country.aidOf(index) ?? expect.unreachable();
    const { stdout } = population({ query: `${payerNumber}/${recipientNumber}`, json: true });
    expect(JSON.parse(stdout)).toMatchObject({ people: [{ id: `p${index}`, aid: { payerNumber } }] });
  });

  it("lists a family found by its number, and tells how to see one of them", () => {
    const child = Array.from({ length: 300 }, (_, index) => index).find((index) => {
      const [row, another] = country.personAt(index).eligibilities;
      return row?.branch === "03" && another === undefined && row.lost === undefined;
    });
    const [row = expect.unreachable()] = country.personAt(child ?? -1).eligibilities;
    const { stdout, stderr } = population({ query: `${row.insurerNumber.trim()}/${row.number}` });
    expect(stdout.trim().split("\n").length).toBeGreaterThan(2);
    expect(stderr).toContain("--index");
  });

  it.each([
    ["9910000018", "架空内科クリニック"],
    ["9930000014", "0000-300-0001"],
    ["06990014", "工業健康保険組合"],
    ["990010", "架空県青浪市"],
    ["架空県青浪市", "12990016 青浪市福祉事務所"],
  ])("shows what %s is", (query, text) => {
    const { code, stdout } = population({ query });
    expect([code, stdout.includes(text)]).toEqual([0, true]);
  });

  it("sums the country up", () => {
    const { code, stdout } = population();
    expect(code).toBe(0);
    for (const text of ["125,000,000", "230,000", "2,176", "999", "men"]) expect(stdout).toContain(text);
    const { sample, people } = JSON.parse(population({ json: true }).stdout) as {
      readonly people: number;
      readonly sample: {
        readonly looked: number;
        readonly living: number;
        readonly dead: number;
        readonly unborn: number;
      };
    };
    expect(people).toBe(125_000_000);
    expect(sample.living + sample.dead + sample.unborn).toBe(sample.looked);
  });

  it.each(["06990014/9999999", "12990016/0000018", "54996012/0000018", "9999999999", "01990018"])(
    "says that %s is nobody's, with exit code 1",
    (query) => {
      expect(population({ query })).toMatchObject({ code: 1, stdout: "" });
    },
  );

  it.each([
    ["neither number nor address", { query: "somebody" }, /no number, address or name/],
    ["a name alone", { query: "name=石畳 月彦" }, /needs name= and birth=/],
    ["a name without a place", { query: "name=石畳 月彦,birth=1994-06-24" }, /give the address or the insurer's name/],
    ["what may be a personal number, unrepeated", { query: "123456789018" }, /^--query: no number, address(?!.*1234)/],
    ["a key that may be one", { query: "123456789018=x" }, /^--query: "…" cannot be looked for/],
    ["a birth date that may be one", { query: "name=a,birth=123456789018" }, /birth=… is no day of the calendar/],
    ["100,000 characters, unrepeated", { query: "a".repeat(100_000) }, /^--query: no number(?!.*aaaa)/],
    ["an unknown key", { query: "phone=1" }, /"phone" cannot be looked for/],
    ["a day that does not exist", { query: "name=a,birth=1994-02-30" }, /no day of the calendar/],
    ["a sex that is no code", { query: "name=a,birth=1994-06-24,sex=m" }, /OQSCD007/],
    ["index and query together", { query: "9910000018", index: 1 }, /leave --index away/],
    ["an index beyond the last", { index: 125_000_000 }, /^--index: 125000000 lies outside the people/],
    ["an index below nothing", { index: -1 }, /^--index: -1 lies outside the people/],
    ["a day before the service", { on: "2021-03-03", index: 1 }, /20210304 to 20491231/],
  ] as const)("refuses %s with a text that says what to give", (_, options, text) => {
    expect(() => population(options)).toThrow(MisuseError);
    expect(() => population(options)).toThrow(text);
  });
});

function nameQuery(): string {
  const municipality = /^架空県.+?[市町村]/.exec(person.address)?.[0];
  const birth = person.birthdate.replace(/(\d{4})(\d\d)(\d\d)/, "$1-$2-$3");
  return `name=${person.name},birth=${birth},address=${municipality}`;
}
