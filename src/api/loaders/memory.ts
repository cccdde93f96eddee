/** Makes each thing once for equal parameters. */
export function memory() {
  const made = new Map<string, unknown>();
  return <Thing>(parameters: readonly unknown[], make: () => Thing): Thing => {
    const name = JSON.stringify(parameters);
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as Thing;
  };
}
