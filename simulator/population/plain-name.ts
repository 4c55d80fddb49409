/** A name without the blanks between its parts: systems differ in their width, and in whether there is one. */
export function plainName(name: string): string {
  return name.replace(/\s/g, "");
}
