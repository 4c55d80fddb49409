import type { DocumentKind, DocumentSubject } from "../../simulator/documents/kind.ts";
import { documentKinds } from "../../simulator/documents/kinds/index.ts";
import { renderDocument } from "../../simulator/documents/render.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { type CivilDate, civilDate, dateAt } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { checkedInKeys } from "../../simulator/pki/key-source.ts";
import { civilOf } from "../../simulator/population/day-number.ts";
import type { MedicalAid } from "../../simulator/population/medical-aid.ts";
import { type InsuredPerson, Population } from "../../simulator/population/person.ts";
import { type PersonaId, personas } from "../../simulator/population/personas/index.ts";
import type { SubsidyEntry } from "../../simulator/population/subsidy.ts";
import { loadDocumentFonts } from "../edges/document-fonts.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { castActor } from "../stage.ts";
import { exitCodes } from "../verdict.ts";
import type { DocumentsOptions } from "./documents.ts";
import { personIndex } from "./person-index.ts";
import { day, NOT_BORN } from "./population-view.ts";

const USUAL = "employee";
const kinds: readonly DocumentKind[] = documentKinds;

/** Where the command says what it wrote. */
interface Output {
  write(text: string): unknown;
}

/** Runs `madoguchi documents`: writes the PDFs, says where each is, and returns the exit code. */
export async function runDocuments(options: DocumentsOptions, stdout: Output = process.stdout): Promise<number> {
  const { kind: ids, lang } = options;
  const chosen = ids === undefined ? kinds : ids.map(kindById);
  const printed = printedOf(options);
  const subject = subjectOf(options, options.on === undefined ? dateAt(Date.now()) : civilDate(options.on));
  if ("absent" in subject) {
    stdout.write(`${subject.absent[lang]}\n`);
    return exitCodes.fail;
  }
  const fonts = await loadDocumentFonts();
  let written = 0;
  for (const kind of chosen) {
    const documents = kind
      .itemsOf(subject)
      .map((items) => renderDocument(kind, items, { fonts, madeOn: subject.on, printed }));
    if (documents.length === 0 && ids !== undefined) stdout.write(`${NONE[lang](kind.title[lang])}\n`);
    for (const [index, bytes] of documents.entries()) {
      const path = inside(options.out, `${subject.person.id}-${kind.id}${index === 0 ? "" : `-${index + 1}`}.pdf`);
      writeWhole(path, bytes, "choose another folder with --out");
      stdout.write(`${path}  ${kind.title[lang]}\n`);
    }
    written += documents.length;
  }
  return written === 0 ? exitCodes.fail : exitCodes.pass;
}

const NONE = {
  ja: (title: string) => `${title}：この日はありません`,
  en: (title: string) => `${title}: none on that day`,
};

function kindById(id: string): DocumentKind {
  const found = kinds.find((kind) => kind.id === id);
  if (found !== undefined) return found;
  const ids = kinds.map((kind) => kind.id);
  throw new MisuseError("kind", `there is no ${id}; accepted: ${ids.join(", ")}`, ids);
}

function printedOf({ printed = [], kind = [] }: DocumentsOptions): Readonly<Record<string, string>> {
  if (printed.length > 0 && kind.length !== 1)
    throw new MisuseError("printed", "name the one document it stands on with --kind");
  return Object.fromEntries(
    printed.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new MisuseError("printed", "give item=text, such as address=架空県見本市");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Whose documents; `absent` says why there are none: who is not born has no papers, and the dead show none. */
function subjectOf(
  { persona, index, seed }: DocumentsOptions,
  on: CivilDate,
): DocumentSubject | { readonly absent: Bilingual } {
  if (persona !== undefined && index !== undefined)
    throw new MisuseError("index", "names somebody else than --persona; give one of the two");
  const population = new Population(seed, { asOf: on });
  if (index !== undefined) return ofPopulation(population, personIndex(index, population));
  const trust = { keys: checkedInKeys };
  const actor = castActor(personaId(persona ?? USUAL), population, on, trust, rngFromSeed(seed));
  return subjectWith(actor.person, on, actor.aid, actor.subsidies);
}

function ofPopulation(population: Population, index: number): DocumentSubject | { readonly absent: Bilingual } {
  if (!population.isBorn(index)) return { absent: NOT_BORN };
  const { death } = population.lifeAt(index).member;
  const { asOf } = population;
  if (death >= population.dayOf(asOf))
    return subjectWith(population.personAt(index), asOf, population.aidOf(index), population.subsidiesOf(index));
  const died = day(civilOf(death));
  return { absent: { ja: `${died} に死亡`, en: `died on ${died}` } };
}

function subjectWith(
  person: InsuredPerson,
  on: CivilDate,
  aid: MedicalAid | undefined,
  subsidies: readonly SubsidyEntry[],
): DocumentSubject {
  return { person, on, subsidies, ...(aid === undefined ? {} : { aid }) };
}

function personaId(name: string): PersonaId {
  const ids = personas.map(({ id }) => id);
  const found = ids.find((id) => id === name);
  if (found === undefined) throw new MisuseError("persona", `there is no ${name}; accepted: ${ids.join(", ")}`, ids);
  return found;
}
