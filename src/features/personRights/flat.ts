/** A line of a copy: values by name. */
export type Flat = Readonly<Record<string, unknown>>;
