import { type DeskSchema, deskSchemas } from "../../harness/desk-schemas.ts";
import { deskWords } from "../../harness/desk-words.ts";
import { page, table } from "./page.ts";

type Defined = readonly [id: string, schema: DeskSchema];

/** docs/catalogue/desk.md: tasks, acts and the values and objects in them, as the shapes of the desk have them. */
export function deskPage(): string {
  const { task, report } = deskSchemas();
  const defined = Object.entries({ ...task.$defs, ...report.$defs }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const acts = report.anyOf?.flatMap(({ properties }) => properties?.["act"]?.oneOf ?? []) ?? [];
  return page(
    "The desk",
    "What an adapter reads in `desk/todo` and writes to `desk/acts` ([live.md](../live.md) says when). Texts have at most 200 characters, days are `yyyymmdd`, months `yyyymm`. `madoguchi export --schemas <folder>` writes the same as JSON Schema.",
    [
      `## Task\n\n${fields(task)}\n\n\`step\` is one of these, told apart by \`do\`:`,
      ...variants("do", task.properties?.["step"]?.oneOf ?? []),
      `## Report\n\n${(report.anyOf ?? []).map(fields).join("\n\nor\n\n")}\n\n\`act\` is one of these, told apart by \`act\`:`,
      ...variants("act", acts),
      "## Values",
      ...defined.flatMap(values),
      "## Objects",
      ...defined.flatMap(([id, schema]) => (schema.properties === undefined ? [] : [`### ${id}\n\n${fields(schema)}`])),
    ].join("\n\n"),
  );
}

function variants(key: string, schemas: readonly DeskSchema[]): readonly string[] {
  return schemas.map((schema) => {
    const { [key]: name, ...properties } = schema.properties ?? {};
    const heading = `### ${key}: ${String(name?.const)}`;
    return Object.keys(properties).length === 0 ? heading : `${heading}\n\n${fields({ ...schema, properties })}`;
  });
}

function values([id, { enum: list }]: Defined): readonly string[] {
  if (list === undefined) return [];
  const rows = list.map((value) => {
    const { ja = "", en = "" } = deskWords[id]?.[value] ?? {};
    return [`\`${value}\``, ja, en];
  });
  return [`### ${id}\n\n${table(["value", "ja", "en"], rows)}`];
}

const fields = (schema: DeskSchema): string => table(["field", "type or values", "required"], rowsOf(schema, ""));

/** A row a field; those of objects within are named with their path. */
function rowsOf({ properties = {}, required = [] }: DeskSchema, path: string): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = schema.items ?? schema;
    const within = `${path}${name}${schema.items === undefined ? "" : "[]"}.`;
    const row = [`\`${path}${name}\``, typeOf(schema), required.includes(name) ? "yes" : ""];
    return [row, ...rowsOf(inner, within)];
  });
}

function typeOf({
  $ref,
  type,
  description,
  const: only,
  enum: list,
  anyOf,
  oneOf,
  items,
  maxItems,
  ...rest
}: DeskSchema): string {
  if ($ref !== undefined) {
    const id = $ref.slice("#/$defs/".length);
    return `[${id}](#${id})`;
  }
  if (description !== undefined) return description;
  if (only !== undefined) return `\`${String(only)}\``;
  if (list !== undefined) return list.map((value) => `\`${value}\``).join(" ");
  if (oneOf !== undefined) return "see below";
  if (anyOf !== undefined) return anyOf.map(typeOf).join(" or ");
  if (items !== undefined) return `list of ${typeOf(items)}${maxItems === undefined ? "" : `, at most ${maxItems}`}`;
  if (rest.additionalProperties !== undefined) return "object: name → text";
  return { string: "text", integer: "whole number", boolean: "true or false" }[type ?? ""] ?? "object";
}
