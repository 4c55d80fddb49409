import { expect, test } from "vitest";
import { MemoryLedger } from "../../../simulator/central/ledger.ts";
import { lookedUp, lookedUpKeys } from "../../../simulator/central/looked-up.ts";
import { computedRows } from "../../../simulator/central/population-rows.ts";
import { addMonths } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { civilOf } from "../../../simulator/population/day-number.ts";
import { areaBehind } from "../../../simulator/population/home-address.ts";
import { asOf, insured, japan, spread } from "./people.ts";

const [someone = expect.unreachable()] = insured(50).filter(({ row }) => row.insurerNumber.startsWith("06"));
const { name, birthdate, sex, address } = someone.person;
const index = Number(someone.person.id.slice(1));
/** Prefecture and municipality, and the town of an address. */
const [, municipality = "", town = ""] = /^(架空県.+?[市町村])(\D+?)[０-９]/.exec(address) ?? [];

test("a whole address finds the person among 125 million, looking at nobody beyond the household", () => {
  for (const { person } of insured(300)) {
    const found = japan.findByAttributes({ ...person, address: person.address }, asOf, 4);
    expect(found).toEqual({ indices: [Number(person.id.slice(1))], complete: true });
  }
});

test("town, municipality or insurer are gone through to the end where the bound allows", () => {
  expect(areaBehind(`${municipality}${town}`)).toBeDefined();
  for (const where of [{ address: `${municipality}${town}` }, { address: municipality }])
    expect(japan.findByAttributes({ name, birthdate, sex, ...where })).toEqual({ indices: [index], complete: true });
  const byInsurer = japan.findByAttributes({ name, birthdate, insurerName: someone.row.insurerName });
  expect(byInsurer).toEqual({ indices: [index], complete: true });
});

test("a search that stops at its bound says that it did not see everybody", () => {
  const found = japan.findByAttributes({ name: "無名　無名", birthdate, address: municipality }, asOf, 1_000);
  expect(found).toEqual({ indices: [], complete: false });
});

test("blanks in a name do not count; every other difference does", () => {
  const fits = (change: object): boolean =>
    japan.findByAttributes({ name, birthdate, sex, address, ...change }).indices.length === 1;
  expect(fits({ name: name.replace("　", "") })).toBe(true);
  expect(fits({ name: name.replace("　", " ") })).toBe(true);
  expect(fits({ insurerName: someone.row.insurerName })).toBe(true);
  expect(fits({ name: `${name}子` })).toBe(false);
  expect(fits({ sex: sex === "1" ? "2" : "1" })).toBe(false);
  expect(fits({ birthdate: addMonths(birthdate, 1) })).toBe(false);
  expect(fits({ insurerName: "架空県青浪市" })).toBe(false);
});

test("who has moved is found at the new address from that day, and no longer at the old one", () => {
  const mover =
    spread(2_000).find((candidate) => {
      const { life, member } = japan.lifeAt(candidate);
      return life.movedOn !== undefined && member.birth < life.movedOn && life.movedOn < member.death;
    }) ?? expect.unreachable();
  const movedOn = japan.lifeAt(mover).life.movedOn ?? expect.unreachable();
  const [before, after] = [movedOn - 1, movedOn].map((day) => japan.personAt(mover, civilOf(day)));
  const at = (where: string, day: number) =>
    japan.findByAttributes({ ...(before ?? someone.person), address: where }, civilOf(day)).indices;
  expect(at(before?.address ?? "", movedOn - 1)).toEqual([mover]);
  expect(at(before?.address ?? "", movedOn)).toEqual([]);
  expect(at(after?.address ?? "", movedOn)).toEqual([mover]);
});

test("a foreign resident is found by either name", () => {
  const [foreign = expect.unreachable()] = insured(2_000).filter(({ person }) => person.alias !== undefined);
  const { person } = foreign;
  for (const one of [person.name, person.alias?.name ?? ""])
    expect(japan.findByAttributes({ name: one, birthdate: person.birthdate, address: person.address }).indices).toEqual(
      [Number(person.id.slice(1))],
    );
});

test("a name without a place, and places and insurers that do not exist, are misuse that says what to give", () => {
  const search = (where: object) => () => japan.findByAttributes({ name, birthdate, ...where });
  expect(search({})).toThrow(/give the address or the insurer's name/);
  expect(search({ address: "架空県" })).toThrow(MisuseError);
  expect(search({ address: `${municipality}${town}９９丁目` })).toThrow(/write it as it is registered/);
  expect(search({ insurerName: "無名健康保険組合" })).toThrow(/no insurer is called/);
});

test("an address gives everybody who lives there, and a text that is none nobody", () => {
  for (const { person } of insured(200)) {
    const found = japan.findByAddress(person.address);
    expect(found).toContain(Number(person.id.slice(1)));
    for (const one of found) expect(japan.personAt(one).address).toBe(person.address);
  }
  expect(japan.findByAddress(municipality)).toEqual([]);
});

test("the centre finds a computed person by the four items of the outage function, and nobody by another name", () => {
  const rows = computedRows(japan);
  const ledger = new MemoryLedger(rows);
  const find = (who: object): readonly string[] => {
    const query = { Name: name, Birthdate: birthdate, Sex: sex, Address: address, ...who };
    const first = ledger.read(lookedUpKeys(query, { get: () => undefined }));
    return lookedUp(query, ledger.read(lookedUpKeys(query, first))).map(({ id }) => id);
  };
  expect(find({})).toEqual([`p${index}`]);
  expect(find({ Name: "無名　無名" })).toEqual([]);
  expect(find({ Birthdate: "19000101" })).toEqual([]);
  expect(find({ Address: municipality })).toEqual([]);
});
