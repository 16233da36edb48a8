/** A field of a record by a name that a person or a command chose: `constructor` is no field of every record. */
export function ownField<Item>(
  record: Readonly<Record<string, Item>> | undefined,
  name: string,
): Item | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
