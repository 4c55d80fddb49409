import { z } from "zod";
import { deskReport, deskTask } from "./desk-reading.ts";

/** A JSON Schema as far as the shapes of the desk use it. */
export interface DeskSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, DeskSchema>>;
  readonly type?: string;
  /** Of a text with a form of its own. */
  readonly description?: string;
  readonly const?: string | boolean;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly DeskSchema[];
  readonly anyOf?: readonly DeskSchema[];
  readonly properties?: Readonly<Record<string, DeskSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: DeskSchema;
  readonly items?: DeskSchema;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** JSON Schemas (2020-12) of the files at the desk (docs/live.md): what an adapter reads and what it writes. */
export const deskSchemas = (): { readonly task: DeskSchema; readonly report: DeskSchema } => ({
  task: z.toJSONSchema(deskTask, { io: "input" }) as DeskSchema,
  report: z.toJSONSchema(deskReport, { io: "input" }) as DeskSchema,
});
