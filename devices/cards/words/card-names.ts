import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";

/** What applications and files are called; whoever words a trace passes it in, so that words need no card. */
export interface CardNames {
  /** The application of a full AID, upper-case hexadecimal without blanks. */
  applicationOf(aidHex: string): (Bilingual & { readonly id: string }) | undefined;
  /** A file, key or PIN of an application, both as the trace names them. */
  objectOf(applicationId: string, fid: number): Bilingual | undefined;
}

/** What {@link namesOf} needs to know of an application: a row of the card's own registry has it. */
export interface NamedApplication {
  readonly id: string;
  readonly aid: Uint8Array;
  readonly name: Bilingual;
  readonly objects: readonly { readonly fid: number; readonly name: Bilingual }[];
}

/** The names in a registry of applications. */
export function namesOf(applications: readonly NamedApplication[]): CardNames {
  const byAid = new Map(applications.map(({ aid, id, name }) => [toHex(aid), { id, ...name }]));
  const objects = new Map(
    applications.flatMap(({ id, objects }) => objects.map(({ fid, name }) => [`${id}/${fid}`, name] as const)),
  );
  return {
    applicationOf: (aidHex) => byAid.get(aidHex),
    objectOf: (applicationId, fid) => objects.get(`${applicationId}/${fid}`),
  };
}
