import type { DocumentKind, DocumentSubject } from "../../simulator/documents/kind.ts";
import { documentKinds } from "../../simulator/documents/kinds/index.ts";
import { renderDocument } from "../../simulator/documents/render.ts";
import { type CivilDate, civilDate, dateAt } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { checkedInKeys } from "../../simulator/pki/key-source.ts";
import { Population } from "../../simulator/population/person.ts";
import { type PersonaId, personas } from "../../simulator/population/personas/index.ts";
import { loadDocumentFonts } from "../edges/document-fonts.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { castActor } from "../stage.ts";
import { exitCodes } from "../verdict.ts";
import type { DocumentsOptions } from "./documents.ts";
import { personIndex } from "./person-index.ts";

const USUAL = "employee";
const kinds: readonly DocumentKind[] = documentKinds;

/** Runs `madoguchi documents`: writes the PDFs, says where each is, and returns the exit code. */
export async function runDocuments(
  options: DocumentsOptions,
  stdout: { write(text: string): unknown } = process.stdout,
): Promise<number> {
  const { kind: ids, out, lang } = options;
  const chosen = ids === undefined ? kinds : ids.map(kindById);
  const printed = printedOf(options);
  const subject = subjectOf(options, options.on === undefined ? dateAt(Date.now()) : civilDate(options.on));
  const fonts = await loadDocumentFonts();
  let written = 0;
  for (const kind of chosen) {
    const documents = kind.itemsOf(subject);
    if (documents.length === 0 && ids !== undefined) {
      const title = kind.title[lang];
      stdout.write(`${{ ja: `${title}：この日はありません`, en: `${title}: none on that day` }[lang]}\n`);
    }
    for (const [index, items] of documents.entries()) {
      const bytes = renderDocument(kind, items, { fonts, madeOn: subject.on, printed });
      const path = inside(out, `${subject.person.id}-${kind.id}${index === 0 ? "" : `-${index + 1}`}.pdf`);
      writeWhole(path, bytes, "choose another folder with --out");
      stdout.write(`${path}  ${kind.title[lang]}\n`);
      written++;
    }
  }
  return written === 0 ? exitCodes.fail : exitCodes.pass;
}

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

function subjectOf({ persona, index, seed }: DocumentsOptions, on: CivilDate): DocumentSubject {
  if (persona !== undefined && index !== undefined)
    throw new MisuseError("index", "names somebody else than --persona; give one of the two");
  const population = new Population(seed, { asOf: on });
  if (index !== undefined) return { person: population.personAt(personIndex(index, population)), on };
  const trust = { keys: checkedInKeys };
  const actor = castActor(personaId(persona ?? USUAL), population, on, trust, rngFromSeed(seed));
  const { person, aid, subsidies } = actor;
  return { person, on, subsidies, ...(aid === undefined ? {} : { aid }) };
}

function personaId(name: string): PersonaId {
  const ids = personas.map(({ id }) => id);
  const found = ids.find((id) => id === name);
  if (found === undefined) throw new MisuseError("persona", `there is no ${name}; accepted: ${ids.join(", ")}`, ids);
  return found;
}
